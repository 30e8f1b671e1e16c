import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { Supervisor } from "../process/supervisor.js";
import { type Progress, reportWhile } from "../progress.js";

export const cassandraVersion = "5.0.8";

const copyDependencies = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

const pom = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>treadle</groupId>
  <artifactId>testbed-cassandra</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>org.apache.cassandra</groupId>
      <artifactId>cassandra-all</artifactId>
      <version>${cassandraVersion}</version>
    </dependency>
  </dependencies>
</project>
`;

export function cassandraJarsAreCached(env: NodeJS.ProcessEnv = process.env): boolean {
  return existsSync(cassandraJarsFolder(env));
}

/** Gives the folder that holds the server's jars, downloading them (67 MB) where they are not cached yet. */
export async function installCassandraJars(maven: string | undefined, log?: Progress): Promise<string> {
  const target = cassandraJarsFolder(process.env);
  if (existsSync(target)) return target;
  if (maven === undefined) throw new Error("Maven is needed to download Cassandra's jars.");
  const supervisor = await Supervisor.start(`${target}.partial-`);
  try {
    await reportWhile(log, `Downloading Cassandra ${cassandraVersion} (67 MB, once)`, () =>
      download(maven, supervisor),
    );
    await moveIntoPlace(join(supervisor.folder, "lib"), target);
  } finally {
    await supervisor.end();
  }
  return target;
}

function cassandraJarsFolder(env: NodeJS.ProcessEnv): string {
  const cache = env.XDG_CACHE_HOME || join(homedir(), ".cache");
  const hash = createHash("sha256").update(copyDependencies).update(pom).digest("hex").slice(0, 16);
  return join(cache, "treadle", "testbed", `cassandra-${cassandraVersion}-${hash}`);
}

async function download(maven: string, supervisor: Supervisor): Promise<void> {
  const logFile = join(supervisor.folder, "maven.log");
  const pomFile = join(supervisor.folder, "pom.xml");
  await writeFile(pomFile, pom);
  const lib = join(supervisor.folder, "lib");
  const args = ["--batch-mode", "--file", pomFile, copyDependencies, `-DoutputDirectory=${lib}`];
  const running = await supervisor.run({ command: maven, args, logFile });
  const exit = await running.exited;
  if (exit.code === 0) return;
  const errors = (await readFile(logFile, "utf8")).split("\n").filter((line) => line.includes("ERROR"));
  throw new Error(`Maven could not download Cassandra ${cassandraVersion}:\n${errors.slice(0, 5).join("\n")}`);
}

/** A rename is all or nothing, so a broken download is never taken for a whole one. */
async function moveIntoPlace(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another process was faster; its jars are as good.
    if (!existsSync(to)) throw error;
  }
}
