#!/usr/bin/env node
// As a whole: to import a name that an older version lacks would end the command before it can say so.
import module from "node:module";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(`treadle needs Node.js 22.18 or newer; this is ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  // What is compiled once is read from Node's own cache the next time: TypeScript alone is ten megabytes.
  module.enableCompileCache();
  // Imported only now: what it imports does not load on older versions.
  const { main } = await import("./program.js");
  const exitCode = await main(process.argv.slice(2));
  // Not left to Node.js: it would take the heap apart first, and wait for what the project's modules have left open.
  const end = (failed?: Error | null): void => {
    // What could not be written is an error of its own, which Node.js raises.
    if (!failed) process.exit(exitCode);
  };
  process.stdout.write("", (failed) => {
    if (!failed) process.stderr.write("", end);
  });
}
