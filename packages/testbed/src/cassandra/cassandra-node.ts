import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Client } from "cassandra-driver";
import { findFreePorts } from "../process/free-ports.js";
import { portAccepts } from "../process/port-accepts.js";
import type { SupervisedProcess, Supervisor } from "../process/supervisor.js";
import { type Progress, reportWhile } from "../progress.js";
import type { CassandraServer } from "./cassandra-server.js";
import { type CassandraPorts, type CassandraSettings, cassandraYaml, singleNode } from "./cassandra-yaml.js";
import { connectClient } from "./connect-client.js";
import { javaArguments } from "./java-arguments.js";
import { logbackXml } from "./logback-xml.js";
import { splitCql } from "./split-cql.js";

const readyWithinMs = 180_000;
const pollEveryMs = 100;
const excerptLines = 8;
const portAttempts = 3;
const portTaken = /Failed to bind port|in use by another process|Address already in use/;
const listening = /Starting listening for CQL clients/;

export interface CassandraNodeOptions {
  readonly java: string;
  readonly jars: string;
  readonly supervisor: Supervisor;
  /** Default: a node of its own. */
  readonly settings?: CassandraSettings | undefined;
  /** Those of the node that is there first. Default: free ones. */
  readonly ports?: CassandraPorts | undefined;
  readonly log?: Progress | undefined;
}

export class CassandraNode implements CassandraServer {
  readonly contactPoint: string;
  readonly localDataCenter = "datacenter1";
  readonly username = "cassandra";
  readonly password = "cassandra";
  ports: CassandraPorts = { native: 0, storage: 0, sslStorage: 0 };
  readonly #options: CassandraNodeOptions;
  readonly #settings: CassandraSettings;
  #process: SupervisedProcess | undefined;
  #client: Client | undefined;

  constructor(options: CassandraNodeOptions) {
    this.#options = options;
    this.#settings = options.settings ?? singleNode;
    this.contactPoint = this.#settings.address;
  }

  get port(): number {
    return this.ports.native;
  }

  /** Starts the node for the first time; other ports are tried where somebody took one in between. */
  async start(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#configure();
      try {
        return await this.#boot("Starting Cassandra");
      } catch (error) {
        if (attempt === portAttempts || !(await this.#logMentions(portTaken))) throw error;
      }
    }
  }

  async execute(cql: string, values: readonly unknown[] = []): Promise<readonly Readonly<Record<string, unknown>>[]> {
    if (!this.#client) throw new Error("The Cassandra node does not run.");
    const result = await this.#client.execute(cql, [...values], { prepare: values.length > 0 });
    return result.rows ?? [];
  }

  async applySchema(script: string): Promise<void> {
    for (const statement of splitCql(script)) await this.execute(statement);
  }

  async kill(): Promise<void> {
    await this.#disconnect();
    await this.#process?.kill();
    // For a moment after SIGKILL the port may still answer.
    while (await portAccepts(this.port, this.contactPoint)) await sleep(pollEveryMs);
  }

  async restart(): Promise<void> {
    await this.kill();
    await this.#boot("Restarting Cassandra");
  }

  pause(): void {
    this.#signal("SIGSTOP");
  }

  resume(): void {
    this.#signal("SIGCONT");
  }

  async stop(): Promise<void> {
    await this.#disconnect();
    await this.#options.supervisor.end();
  }

  async #configure(): Promise<void> {
    const { folder } = this.#options.supervisor;
    this.ports = this.#options.ports ?? (await findPorts());
    await mkdir(join(folder, "conf"), { recursive: true });
    await mkdir(join(folder, "tmp"), { recursive: true });
    await writeFile(join(folder, "conf", "cassandra.yaml"), cassandraYaml(folder, this.ports, this.#settings));
    await writeFile(join(folder, "conf", "logback.xml"), logbackXml);
  }

  async #boot(message: string): Promise<void> {
    const { java, jars, supervisor, log } = this.#options;
    await reportWhile(log, message, async () => {
      const joins = this.#settings.address !== this.#settings.seedAddress;
      const args = javaArguments(supervisor.folder, jars, joins);
      await writeFile(this.#logFile, "");
      const running = await supervisor.run({ command: java, args, logFile: this.#logFile });
      this.#process = running;
      this.#client = await this.#waitUntilReady(running);
    });
  }

  /** Ready means that the superuser can log in: the role appears a moment after the port. */
  async #waitUntilReady(running: SupervisedProcess): Promise<Client> {
    const deadline = performance.now() + readyWithinMs;
    let lastError: unknown;
    while (performance.now() < deadline) {
      if (running.exit) throw await this.#startFailure(`ended with ${running.exit.code ?? running.exit.signal}`);
      // It may take half a minute to end by itself when a port is taken.
      if (await this.#logMentions(portTaken)) await running.kill();
      // Its own word, since a port that accepts may be somebody else's.
      else if (await this.#logMentions(listening)) {
        try {
          return await connectClient(this);
        } catch (error) {
          lastError = error;
        }
      }
      await sleep(pollEveryMs);
    }
    throw await this.#startFailure(`was not ready within ${readyWithinMs / 1000} s`, lastError);
  }

  async #startFailure(what: string, cause?: unknown): Promise<Error> {
    const lines = (await readFile(this.#logFile, "utf8")).trimEnd().split("\n");
    const lastError = lines.findLastIndex((line) => line.startsWith("ERROR"));
    const excerpt = lastError < 0 ? lines.slice(-excerptLines) : lines.slice(lastError, lastError + excerptLines);
    return new Error(`Cassandra ${what}. Its log says:\n${excerpt.join("\n")}`, { cause });
  }

  async #logMentions(pattern: RegExp): Promise<boolean> {
    return pattern.test(await readFile(this.#logFile, "utf8"));
  }

  #signal(signal: NodeJS.Signals): void {
    if (!this.#process || this.#process.exit) throw new Error("The Cassandra node does not run.");
    process.kill(this.#process.pid, signal);
  }

  async #disconnect(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.shutdown();
  }

  get #logFile(): string {
    return join(this.#options.supervisor.folder, "cassandra.log");
  }
}

async function findPorts(): Promise<CassandraPorts> {
  const [native = 0, storage = 0, sslStorage = 0] = await findFreePorts(3);
  return { native, storage, sslStorage };
}
