import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { findLeftoverProcesses, markChildren } from "./leftover-processes.mjs";

const children = [];
const outerMark = process.env.TREADLE_TEST_RUN;

afterEach(() => {
  if (outerMark === undefined) delete process.env.TREADLE_TEST_RUN;
  else process.env.TREADLE_TEST_RUN = outerMark;
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

test("finds a process that a child left behind, and none once it has ended", async () => {
  const mark = markChildren();
  const grandchild =
    "spawn(process.execPath, ['-e', 'setTimeout(() => {}, 1e9)'], { detached: true, stdio: 'ignore' })";
  const script = `const { spawn } = require("node:child_process"); const p = ${grandchild}; p.unref(); console.log(p.pid)`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  const [pid] = await once(child.stdout, "data");
  await once(child, "exit");
  const leftover = await findLeftoverProcesses(mark, 0);
  expect(leftover.map((each) => each.pid)).toEqual([String(pid).trim()]);
  process.kill(Number(pid), "SIGKILL");
  expect(await findLeftoverProcesses(mark)).toEqual([]);
});

test("does not mind processes that other runs started", async () => {
  const { TREADLE_TEST_RUN: _, ...env } = process.env;
  children.push(spawn(process.execPath, ["-e", "setTimeout(() => {}, 1e9)"], { env }));
  expect(await findLeftoverProcesses(markChildren())).toEqual([]);
});
