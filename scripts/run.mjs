// `node scripts/run.mjs TASK [arguments]`: brings what the task needs, then runs it on the project's own Node.js.
// Everything here up to the task itself runs on the machine's Node.js 20 or later, with nothing installed.
import { existsSync } from "node:fs";
import { build } from "./lib/build.mjs";
import { fail, UserError } from "./lib/fail.mjs";
import { install } from "./lib/install.mjs";
import { projectNode, root } from "./lib/paths.mjs";
import { runInForeground } from "./lib/run-in-foreground.mjs";
import { listTasks, taskFile } from "./lib/tasks.mjs";

const oldestNode = 20;

async function main([name, ...args]) {
  if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    throw new UserError(`Node.js ${oldestNode} or later is needed; this is ${process.versions.node}.`);
  }
  if (name === undefined || !existsSync(taskFile(name))) {
    throw new UserError(`Usage: npm run TASK [-- arguments], where TASK is one of ${listTasks().join(", ")}.`, 2);
  }
  await install();
  const { needsBuild } = await import(taskFile(name).href);
  if (needsBuild) await build();
  return runInForeground(projectNode, ["scripts/run-task.mjs", name, ...args], { cwd: root });
}

main(process.argv.slice(2)).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error) => fail(error),
);
