import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = join(import.meta.dirname, "..", "..");

export interface ProgramResult {
  readonly exitCode: number;
  readonly output: string;
}

/** A folder outside the repository that has the packed packages installed from their tarballs, and nothing else. */
export class PackedProject {
  readonly folder: string;
  readonly tarballs: readonly string[];
  readonly #parent: string;

  private constructor(parent: string, tarballs: readonly string[]) {
    this.#parent = parent;
    this.folder = join(parent, "project");
    this.tarballs = tarballs;
  }

  static async create(): Promise<PackedProject> {
    const parent = await mkdtemp(join(tmpdir(), "treadle-packed-install-"));
    try {
      const project = new PackedProject(parent, await pack(join(parent, "tarballs")));
      await project.#install();
      return project;
    } catch (error) {
      await rm(parent, { recursive: true });
      throw error;
    }
  }

  /** Runs a JavaScript program of the project. */
  async run(program: string, ...args: string[]): Promise<ProgramResult> {
    try {
      const { stdout, stderr } = await run(process.execPath, [program, ...args], { cwd: this.folder });
      return { exitCode: 0, output: `${stdout}${stderr}` };
    } catch (error) {
      const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
      return { exitCode: code, output: `${stdout}${stderr}` };
    }
  }

  async remove(): Promise<void> {
    await rm(this.#parent, { recursive: true });
  }

  async #install(): Promise<void> {
    // Every package is named, so that none is looked for in the registry, where an older one may be.
    const dependencies = Object.fromEntries(this.tarballs.map((file) => [packageName(file), `file:${file}`]));
    const manifest = { name: "packed-project", private: true, type: "module", dependencies };
    await mkdir(this.folder);
    await writeFile(join(this.folder, "package.json"), JSON.stringify(manifest));
    await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund"], { cwd: this.folder });
  }
}

/** Packs every public package as it would be published. */
async function pack(folder: string): Promise<string[]> {
  await mkdir(folder);
  const filters = ["--filter", "./packages/*", "--filter", "!@treadle/testbed"];
  await run("npx", ["--yes", "pnpm@12", "--recursive", ...filters, "pack", "--pack-destination", folder], {
    cwd: root,
  });
  return (await readdir(folder)).sort().map((name) => join(folder, name));
}

/** `…/treadle-asl-0.1.0.tgz` holds `@treadle/asl`. */
function packageName(tarball: string): string {
  const name = /treadle-([a-z-]+)-\d[^/]*\.tgz$/.exec(tarball)?.[1];
  if (name === undefined) throw new Error(`Unexpected tarball name: ${tarball}`);
  return `@treadle/${name}`;
}
