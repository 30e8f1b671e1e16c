// Runs one task; started by run.mjs on the project's own Node.js once everything is installed and built.
import { fail } from "./lib/fail.mjs";
import { taskFile } from "./lib/tasks.mjs";

const [name, ...args] = process.argv.slice(2);
const { run } = await import(taskFile(name).href);
run(args).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error) => fail(error),
);
