import child_process from "node:child_process";
import dns from "node:dns";
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import os from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Observations, type Question } from "./observations.js";

/** What modules looked at by themselves while they ran, besides what they import. */
export class RunObservations {
  readonly files = new Observations();
  /** Environment variables, as they were; null where there was none. */
  readonly environment = new Map<string, string | null>();
  /** Set where they asked for what cannot be compared later: other processes, networks, all files of a kind. */
  isOpaque = false;
}

let current: RunObservations | undefined;

/** Runs code of the user's, and notes what it looks at. Functions of Node.js are replaced while it runs, and put back. */
export async function observeRun<T>(observations: RunObservations, run: () => Promise<T>): Promise<T> {
  const restore = install();
  const before = current;
  current = observations;
  try {
    return await run();
  } finally {
    current = before;
    restore();
  }
}

/** Runs code of our own in the middle of the user's. */
export function unobserved<T>(run: () => T): T {
  const observations = current;
  current = undefined;
  try {
    return run();
  } finally {
    current = observations;
  }
}

type Functions = { [name: string]: unknown };

// An import would make their exports known to modules, and with them the getters of a WebSocket client, which load it.
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");

const questions: { readonly [name: string]: readonly Question[] } = {
  readFile: ["text"],
  open: ["text"],
  createReadStream: ["text"],
  exists: ["file", "folder"],
  access: ["file", "folder"],
  stat: ["edition", "folder"],
  lstat: ["edition", "folder"],
  readdir: ["entries"],
  realpath: ["place"],
  readlink: ["place"],
};

const opaque: readonly (readonly [object, readonly string[]])[] = [
  [fs, ["opendir", "opendirSync", "glob", "globSync", "watch", "watchFile"]],
  [fs.promises, ["opendir", "glob", "watch"]],
  [child_process, ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"]],
  [net, ["connect", "createConnection"]],
  [http, ["request", "get"]],
  [https, ["request", "get"]],
  [dns, ["lookup", "resolve"]],
  [os, ["hostname", "networkInterfaces", "userInfo"]],
  [globalThis, ["fetch"]],
];

function install(): () => void {
  const undo: (() => void)[] = [];
  const replace = (owner: object, name: string, note: (args: readonly unknown[]) => void): void => {
    const functions = owner as Functions;
    const original = functions[name];
    if (typeof original !== "function") return;
    const observed = function (this: unknown, ...args: unknown[]): unknown {
      note(args);
      return Reflect.apply(original, this, args);
    };
    functions[name] = Object.defineProperties(observed, Object.getOwnPropertyDescriptors(original));
    undo.push(() => {
      functions[name] = original;
    });
  };
  for (const [name, asked] of Object.entries(questions)) {
    const note = ([path, options]: readonly unknown[]): void => notePath(path, options, asked);
    for (const [owner, suffix] of [
      [fs, ""],
      [fs, "Sync"],
      [fs.promises, ""],
    ] as const)
      replace(owner, name + suffix, note);
  }
  for (const [owner, names] of opaque) for (const name of names) replace(owner, name, noteOpaque);
  const { env } = process;
  process.env = observedEnvironment(env);
  undo.push(() => {
    process.env = env;
  });
  syncBuiltinESMExports();
  return () => {
    for (const each of undo.reverse()) each();
    syncBuiltinESMExports();
  };
}

function noteOpaque(): void {
  if (current) current.isOpaque = true;
}

function notePath(path: unknown, options: unknown, asked: readonly Question[]): void {
  const observations = current;
  if (observations === undefined) return;
  if ((options as { recursive?: boolean } | undefined)?.recursive) observations.isOpaque = true;
  const file = path instanceof URL ? fileURLToPath(path) : path instanceof Buffer ? path.toString() : path;
  // A number is a file that was opened before, which has been noted.
  if (typeof file !== "string") return;
  unobserved(() => {
    for (const question of asked) observations.files.ask(question, resolve(file));
  });
}

function observedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const note = (name: string | symbol): void => {
    if (typeof name === "string") current?.environment.set(name, env[name] ?? null);
  };
  return new Proxy(env, {
    get: (target, name) => {
      note(name);
      return Reflect.get(target, name);
    },
    has: (target, name) => {
      note(name);
      return Reflect.has(target, name);
    },
    ownKeys: (target) => {
      for (const name of Object.keys(target)) note(name);
      // A variable more would have been seen, too.
      noteOpaque();
      return Reflect.ownKeys(target);
    },
  });
}
