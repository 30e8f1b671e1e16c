import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Supervisor } from "./supervisor.js";

const waitForEver = ["-e", "setInterval(() => {}, 1e9)"];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "treadle-supervisor-"));
});

afterAll(() => rm(folder, { recursive: true }));

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

test("runs a process in a folder of its own and removes both at the end", async () => {
  const supervisor = await Supervisor.start(join(folder, "run-"));
  const running = await supervisor.run({ command: process.execPath, args: waitForEver, logFile: join(folder, "log") });
  expect(supervisor.folder.startsWith(join(folder, "run-"))).toBe(true);
  expect(runs(running.pid)).toBe(true);
  await supervisor.end();
  expect(runs(running.pid)).toBe(false);
  expect(existsSync(supervisor.folder)).toBe(false);
  await supervisor.end();
});

test("tells how a process ended and keeps what it printed", async () => {
  const supervisor = await Supervisor.start(join(folder, "exit-"));
  const logFile = join(folder, "exit.log");
  const args = ["-e", "console.log('hello'); console.error('oh'); process.exit(3)"];
  const running = await supervisor.run({ command: process.execPath, args, logFile });
  expect(await running.exited).toEqual({ code: 3, signal: null });
  expect(await readFile(logFile, "utf8")).toBe("hello\noh\n");
  await supervisor.end();
});

test("runs another process after the first was killed", async () => {
  const supervisor = await Supervisor.start(join(folder, "again-"));
  const command = { command: process.execPath, args: waitForEver, logFile: join(folder, "again.log") };
  const first = await supervisor.run(command);
  await expect(supervisor.run(command)).rejects.toThrow("still runs");
  await first.kill();
  expect(first.exit).toEqual({ code: null, signal: "SIGKILL" });
  const second = await supervisor.run(command);
  expect(runs(second.pid)).toBe(true);
  await supervisor.end();
});

test("names the command that cannot be started", async () => {
  const supervisor = await Supervisor.start(join(folder, "none-"));
  const running = supervisor.run({ command: "/no/such/program", args: [], logFile: join(folder, "none.log") });
  await expect(running).rejects.toThrow(/\/no\/such\/program.*ENOENT/);
  await supervisor.end();
});

test.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)("cleans up when the parent dies by %s", async (signal) => {
  const fixture = fileURLToPath(new URL("./fixtures/supervising-parent.mjs", import.meta.url));
  const parent = spawn(process.execPath, [fixture, join(folder, "orphan-")], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(parent.stdout, "data");
  const { pid, owned } = JSON.parse(String(line)) as { pid: number; owned: string };
  expect(runs(pid)).toBe(true);
  expect(existsSync(owned)).toBe(true);
  parent.kill(signal);
  await once(parent, "exit");
  await vi.waitFor(() => {
    expect(runs(pid)).toBe(false);
    expect(existsSync(owned)).toBe(false);
  }, 5_000);
});

test("cleans up when the watchdog itself is killed", async () => {
  const supervisor = await Supervisor.start(join(folder, "unwatched-"));
  const running = await supervisor.run({ command: process.execPath, args: waitForEver, logFile: join(folder, "log") });
  const parentOfServer = /\nPPid:\s+(\d+)/.exec(await readFile(`/proc/${running.pid}/status`, "utf8"));
  process.kill(Number(parentOfServer?.[1]), "SIGKILL");
  await running.exited;
  await vi.waitFor(() => expect(existsSync(supervisor.folder)).toBe(false), 5_000);
  await supervisor.end();
});

test("does not keep a process alive that has nothing else to do", async () => {
  const fixture = fileURLToPath(new URL("./fixtures/supervising-parent.mjs", import.meta.url));
  const parent = spawn(process.execPath, [fixture, join(folder, "idle-"), "idle"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(parent.stdout, "data");
  const { pid } = JSON.parse(String(line)) as { pid: number };
  await once(parent, "exit");
  await vi.waitFor(() => expect(runs(pid)).toBe(false), 5_000);
});
