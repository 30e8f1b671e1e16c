import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Outcome } from "../harness.js";

export const javaEngineVersion = "0.9.8";

const copyDependencies = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

const pom = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>treadle</groupId>
  <artifactId>jsonata-engine</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>com.dashjoin</groupId>
      <artifactId>jsonata</artifactId>
      <version>${javaEngineVersion}</version>
    </dependency>
  </dependencies>
</project>
`;

/** One long-lived Java process that evaluates with `com.dashjoin:jsonata`. */
export interface JavaEngine {
  /** What the engine makes of an expression with each of the scopes as its variables. */
  evaluate(expression: string, scopes: readonly object[]): Promise<readonly Outcome[]>;
  close(): void;
}

/** Starts the engine, or says in a sentence why it cannot be started here. */
export function startJavaEngine(): JavaEngine | string {
  if (!runs("java", "-version")) return "There is no `java` on the path.";
  const jars = installJars();
  if (jars === undefined) return "The engine's jar is not cached, and `mvn` could not download it.";
  const source = fileURLToPath(new URL("JsonataEngine.java", import.meta.url));
  return new Engine(
    spawn("java", ["-Xmx512m", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp", join(jars, "*"), source]),
  );
}

class Engine implements JavaEngine {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: Interface;
  readonly #waiting: ((line: string) => void)[] = [];
  #scopes: readonly object[] | undefined;
  #errors = "";

  constructor(child: ChildProcessWithoutNullStreams) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout });
    this.#lines.on("line", (line) => this.#waiting.shift()?.(line));
    child.stderr.on("data", (data) => {
      this.#errors += String(data);
    });
    child.on("exit", (code) => {
      if (this.#waiting.length > 0) throw new Error(`the Java engine ended with ${code}: ${this.#errors}`);
    });
  }

  async evaluate(expression: string, scopes: readonly object[]): Promise<readonly Outcome[]> {
    // Many expressions are evaluated with the same scopes, which are sent once.
    if (scopes !== this.#scopes) this.#send({ scopes });
    this.#scopes = scopes;
    const line = await new Promise<string>((resolve) => {
      this.#waiting.push(resolve);
      this.#send({ expression });
    });
    return JSON.parse(line) as Outcome[];
  }

  #send(message: object): void {
    this.#child.stdin.write(`${toAscii(JSON.stringify(message))}\n`);
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** UTF-8 cannot carry half a surrogate pair, an escape can. */
function toAscii(json: string): string {
  return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function runs(command: string, argument: string): boolean {
  return spawnSync(command, [argument], { stdio: "ignore" }).status === 0;
}

/** The folder with the engine's jar, downloaded once. */
function installJars(): string | undefined {
  const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "treadle");
  const target = join(cache, `jsonata-engine-${javaEngineVersion}`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "jsonata-engine.partial-"));
  try {
    writeFileSync(join(folder, "pom.xml"), pom);
    const lib = join(folder, "lib");
    const options = ["--batch-mode", "--file", join(folder, "pom.xml"), copyDependencies, `-DoutputDirectory=${lib}`];
    if (spawnSync("mvn", options, { stdio: "ignore" }).status !== 0) return undefined;
    // Another process may have been faster; its jar is as good.
    if (!existsSync(target)) renameSync(lib, target);
    return target;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
