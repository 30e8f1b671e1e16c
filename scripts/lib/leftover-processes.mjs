import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const variable = "TREADLE_TEST_RUN";

/** Marks, by an environment variable, every process that is started from now on, at any depth. */
export function markChildren() {
  const mark = randomUUID();
  process.env[variable] = mark;
  return `${variable}=${mark}`;
}

/** Marked processes that still run after a moment of grace; none where the system has no /proc. */
export async function findLeftoverProcesses(mark, graceMs = 3_000) {
  const deadline = performance.now() + graceMs;
  for (;;) {
    const found = listMarked(mark);
    if (found.length === 0 || performance.now() > deadline) return found;
    await sleep(100);
  }
}

function listMarked(mark) {
  if (!existsSync("/proc/self/environ")) return [];
  const found = [];
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/environ`, "latin1").split("\0").includes(mark)) continue;
      found.push({ pid, command: readFileSync(`/proc/${pid}/cmdline`, "latin1").replaceAll("\0", " ").slice(0, 120) });
    } catch {
      // It ended while we looked, or belongs to somebody else.
    }
  }
  return found;
}
