import { type ChildProcess, fork } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FromWatchdog, ToWatchdog } from "./watchdog-messages.js";

export interface SupervisedCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Added to the parent's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** What the process prints is appended here. */
  readonly logFile: string;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface SupervisedProcess {
  readonly pid: number;
  /** How it ended, or undefined while it runs. */
  readonly exit: ProcessExit | undefined;
  readonly exited: Promise<ProcessExit>;
  /** Ends the process group with SIGKILL and waits until it is gone. */
  kill(): Promise<void>;
}

/**
 * Owns a temporary folder and at most one process at a time. Both are gone once the supervisor ends or this process
 * does, however it ends: a watchdog process looks after them. A running supervisor does not keep this process alive.
 */
export class Supervisor {
  readonly folder: string;
  readonly #watchdog: ChildProcess;
  readonly #watchdogGone: Promise<void>;
  #running: RunningProcess | undefined;
  #ending = false;

  private constructor(watchdog: ChildProcess, folder: string) {
    this.folder = folder;
    this.#watchdog = watchdog;
    this.#watchdogGone = new Promise((resolve) => {
      watchdog.once("exit", () => {
        this.#cleanUpForWatchdog();
        resolve();
      });
    });
    this.#keepAlive(false);
  }

  /** @param folderPrefix - Path of the folder to make, to which random letters are added. */
  static async start(folderPrefix: string): Promise<Supervisor> {
    const watchdog = fork(watchdogFile(), [folderPrefix], {
      detached: true,
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      execArgv: [],
    });
    let errors = "";
    watchdog.stderr?.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    const folder = await new Promise<string>((resolve, reject) => {
      watchdog.once("message", (message: FromWatchdog) => {
        if (message.type === "ready") resolve(message.folder);
      });
      watchdog.once("error", reject);
      watchdog.once("close", () => reject(new Error(`The watchdog ended at once: ${errors.trim()}`)));
    });
    return new Supervisor(watchdog, folder);
  }

  async run(command: SupervisedCommand): Promise<SupervisedProcess> {
    if (this.#running?.exit === undefined && this.#running) throw new Error("The supervised process still runs.");
    this.#keepAlive(true);
    try {
      const running = await new Promise<RunningProcess>((resolve, reject) => {
        const onMessage = (message: FromWatchdog) => {
          if (message.type === "started") resolve(new RunningProcess(message.pid, this.#watchdog, () => this.#kill()));
          else if (message.type === "start-failed") reject(new Error(`${command.command}: ${message.message}`));
          else return;
          this.#watchdog.off("message", onMessage);
        };
        this.#watchdog.on("message", onMessage);
        this.#watchdog.once("exit", () => reject(new Error("The watchdog ended.")));
        this.#send({
          type: "start",
          command: command.command,
          args: command.args,
          env: command.env ?? {},
          logFile: command.logFile,
        });
      });
      this.#running = running;
      return running;
    } finally {
      this.#keepAlive(false);
    }
  }

  /** Kills the process, removes the folder, and waits until both are gone. Calling it again is harmless. */
  async end(): Promise<void> {
    this.#ending = true;
    this.#keepAlive(true);
    if (this.#watchdog.connected) this.#send({ type: "end" });
    await this.#watchdogGone;
  }

  async #kill(): Promise<void> {
    const running = this.#running;
    if (!running || running.exit) return;
    this.#keepAlive(true);
    try {
      this.#send({ type: "kill" });
      await running.exited;
    } finally {
      this.#keepAlive(false);
    }
  }

  #send(message: ToWatchdog): void {
    this.#watchdog.send(message);
  }

  #keepAlive(on: boolean): void {
    if (on) {
      this.#watchdog.ref();
      this.#watchdog.channel?.ref();
    } else if (!this.#ending) {
      this.#watchdog.unref();
      this.#watchdog.channel?.unref();
      (this.#watchdog.stderr as unknown as { unref(): void }).unref();
    }
  }

  /** Where somebody killed the watchdog itself, what it looked after would stay behind. */
  #cleanUpForWatchdog(): void {
    if (this.#running && !this.#running.exit) {
      try {
        process.kill(-this.#running.pid, "SIGKILL");
      } catch {
        // Already gone.
      }
      this.#running.markExited({ code: null, signal: "SIGKILL" });
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

class RunningProcess implements SupervisedProcess {
  readonly pid: number;
  readonly exited: Promise<ProcessExit>;
  readonly kill: () => Promise<void>;
  exit: ProcessExit | undefined;
  #resolveExited: (exit: ProcessExit) => void = () => {};

  constructor(pid: number, watchdog: ChildProcess, kill: () => Promise<void>) {
    this.pid = pid;
    this.kill = kill;
    this.exited = new Promise((resolve) => {
      this.#resolveExited = resolve;
    });
    const onMessage = (message: FromWatchdog) => {
      if (message.type !== "exited") return;
      watchdog.off("message", onMessage);
      this.markExited({ code: message.code, signal: message.signal });
    };
    watchdog.on("message", onMessage);
  }

  markExited(exit: ProcessExit): void {
    this.exit = exit;
    this.#resolveExited(exit);
  }
}

function watchdogFile(): string {
  // `.ts` when this module itself runs from source, as in tests.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  return fileURLToPath(new URL(`./watchdog.${extension}`, import.meta.url));
}
