import { execFile } from "node:child_process";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The server sets a security manager, which later Java versions refuse. */
export const javaVersion = 17;

const installationFolders = ["/usr/lib/jvm", "/Library/Java/JavaVirtualMachines"];

/** Path of a Java 17 executable, or undefined. `JAVA_17_HOME` and `JAVA_HOME` come first, then installations, then PATH. */
export async function findJava(env: NodeJS.ProcessEnv = process.env): Promise<string | undefined> {
  const tried = new Set<string>();
  for (const candidate of javaCandidates(env)) {
    if (!existsSync(candidate)) continue;
    const executable = realpathSync(candidate);
    if (tried.has(executable)) continue;
    tried.add(executable);
    if ((await majorVersionOf(executable)) === javaVersion) return executable;
  }
  return undefined;
}

function* javaCandidates(env: NodeJS.ProcessEnv): Generator<string> {
  for (const home of [env.JAVA_17_HOME, env.JAVA_HOME]) if (home) yield join(home, "bin", "java");
  for (const folder of installationFolders) {
    const names = existsSync(folder) ? readdirSync(folder).sort() : [];
    for (const name of names.filter((each) => each.includes(String(javaVersion)))) {
      yield join(folder, name, "bin", "java");
      yield join(folder, name, "Contents", "Home", "bin", "java");
    }
  }
  for (const folder of (env.PATH ?? "").split(delimiter)) if (folder) yield join(folder, "java");
}

async function majorVersionOf(java: string): Promise<number | undefined> {
  try {
    // Java prints its version to the error stream.
    const { stderr } = await run(java, ["-version"], { timeout: 10_000 });
    const version = /version "(\d+)/.exec(stderr)?.[1];
    return version === undefined ? undefined : Number(version);
  } catch {
    return undefined;
  }
}
