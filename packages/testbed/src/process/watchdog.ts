/**
 * Runs as a process of its own, between the parent and one server process. It makes the server's folder, starts the
 * server, and, when the channel to the parent closes for whatever reason (stop, crash, SIGKILL, Ctrl-C), kills the
 * server's process group and removes the folder. It imports nothing of this package, so that Node.js can run it from
 * source as well as from the build output.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { FromWatchdog, ToWatchdog } from "./watchdog-messages.js";

const folderPrefix = process.argv[2];
if (folderPrefix === undefined || !process.send) throw new Error("The watchdog is started by the supervisor only.");

mkdirSync(dirname(folderPrefix), { recursive: true });
const folder = mkdtempSync(folderPrefix);
let server: ChildProcess | undefined;
let ending = false;

function tell(message: FromWatchdog): void {
  // The parent may be gone by now; then there is nobody to tell.
  if (process.connected) process.send?.(message, () => {});
}

function start(message: Extract<ToWatchdog, { type: "start" }>): void {
  const log = openSync(message.logFile, "a");
  const child = spawn(message.command, message.args, {
    cwd: folder,
    env: { ...process.env, ...message.env },
    stdio: ["ignore", log, log],
    detached: true,
  });
  server = child;
  child.once("spawn", () => tell({ type: "started", pid: child.pid as number }));
  child.once("error", (error) => {
    server = undefined;
    tell({ type: "start-failed", message: error.message });
  });
  child.once("exit", (code, signal) => {
    server = undefined;
    tell({ type: "exited", code, signal });
    if (ending) finish();
  });
}

function kill(): void {
  if (server?.pid === undefined) return;
  try {
    process.kill(-server.pid, "SIGKILL");
  } catch {
    // Its exit was already under way.
  }
}

function end(): void {
  if (ending) return;
  ending = true;
  if (server) kill();
  else finish();
}

function finish(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(0);
}

process.on("message", (message: ToWatchdog) => {
  if (message.type === "start") start(message);
  else if (message.type === "kill") kill();
  else end();
});
process.on("disconnect", end);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
tell({ type: "ready", folder });
