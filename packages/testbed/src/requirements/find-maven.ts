import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Path of the `mvn` command, or undefined. `MAVEN_HOME` comes before PATH. */
export function findMaven(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const folders = (env.PATH ?? "").split(delimiter);
  if (env.MAVEN_HOME) folders.unshift(join(env.MAVEN_HOME, "bin"));
  return folders
    .filter(Boolean)
    .map((folder) => join(folder, "mvn"))
    .find((file) => existsSync(file));
}
