import { spawn } from "node:child_process";
import { constants } from "node:os";

/** Runs a program that owns the terminal, passes signals on, and gives its exit code. */
export function runInForeground(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", ...options });
    // The terminal sends Ctrl-C to the child as well; we only have to outlive it.
    const ignore = () => {};
    const passOn = (signal) => child.kill(signal);
    process.on("SIGINT", ignore);
    for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, passOn);
    child.once("error", reject);
    child.once("exit", (code, signal) => {
      process.off("SIGINT", ignore);
      for (const each of ["SIGTERM", "SIGHUP"]) process.off(each, passOn);
      resolve(code ?? 128 + constants.signals[signal]);
    });
  });
}
