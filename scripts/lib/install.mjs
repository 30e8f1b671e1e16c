import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError } from "./fail.mjs";
import { cacheFolder, projectNode, root } from "./paths.mjs";
import { runQuietly } from "./run-quietly.mjs";

const stampFile = join(cacheFolder, "installed");

/** Installs the dependencies with pnpm, unless the last installation was made from the same files. */
export async function install() {
  const stamp = hashInstallationFiles();
  if (existsSync(projectNode) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  const args = ["--yes", "pnpm@12", "install", "--frozen-lockfile"];
  const { code, output } = await runQuietly("Installing dependencies", "npx", args, { cwd: root }).catch((error) => {
    throw new UserError(`npx could not be started (${error.message}). It comes with npm, which is needed.`);
  });
  if (code !== 0) {
    throw new UserError(`${output.trim()}\n\n${explainFailure(output)}`);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** What to do about a failed installation, by what pnpm printed. */
export function explainFailure(output) {
  if (output.includes("frozen-lockfile")) {
    return (
      "pnpm-lock.yaml does not know a package.json as it is now: one that is new, as that of a folder added under examples/, " +
      'or that was changed. Run "npx --yes pnpm@12 install" once, which enters it, then this again.'
    );
  }
  return "The dependencies could not be installed. A first installation needs the package registry.";
}

function hashInstallationFiles() {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", "package.json", ...packageFiles()]) {
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The package.json files of the folders that pnpm-workspace.yaml names, each either `folder` or `folder/*`. */
function packageFiles() {
  const workspace = readFileSync(join(root, "pnpm-workspace.yaml"), "utf8");
  const block = /^packages:\n((?:[ ]+-.*\n)+)/m.exec(workspace)?.[1] ?? "";
  const patterns = block
    .trim()
    .split("\n")
    .map((line) => line.replace(/^\s*-\s*/, "").trim());
  return patterns
    .flatMap((pattern) => (pattern.endsWith("/*") ? foldersIn(pattern.slice(0, -2)) : [pattern]))
    .map((folder) => `${folder}/package.json`)
    .filter((file) => existsSync(join(root, file)))
    .sort();
}

function foldersIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}
