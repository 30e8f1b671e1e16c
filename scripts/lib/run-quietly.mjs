import { spawn } from "node:child_process";

const silentMs = 1_500;
const repeatMs = 5_000;

/**
 * Runs a program, collecting what it prints, and gives `{ code, output }`. Once it has taken longer than a moment, its
 * title is shown, and then the seconds it has taken, until it ends.
 */
export function runQuietly(title, command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const show = () => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      process.stderr.write(`${title} ... ${seconds} s\n`);
    };
    let repeat;
    const first = setTimeout(() => {
      show();
      repeat = setInterval(show, repeatMs);
    }, silentMs);
    const done = () => {
      clearTimeout(first);
      clearInterval(repeat);
    };
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    const chunks = [];
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.stderr.on("data", (chunk) => chunks.push(chunk));
    child.once("error", (error) => {
      done();
      reject(error);
    });
    child.once("close", (code, signal) => {
      done();
      resolve({ code: code ?? signal, output: Buffer.concat(chunks).toString("utf8") });
    });
  });
}
