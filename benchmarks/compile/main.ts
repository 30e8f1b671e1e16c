import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PackedProject } from "../../tests/packed-install/packed-project.ts";
import { peerNames } from "../iam/peers.ts";
import { median } from "../median.ts";
import { startWatching } from "../start-watching.ts";
import { expressionCount, queryCount, workflowFile, workflowText, writeProject } from "./project.ts";

/*
 * What compiling costs: `treadle build` of 100 workflows, cold and again without a change, each in a process of its own; one
 * file changed under `treadle build --watch`; `tsc --noEmit` of TypeScript 6 on the same files; and the CDK synthesising the
 * same machines. Treadle is installed from its packed packages, as users have it. Medians of alternating rounds. On a machine
 * with other work the processor seconds tell more than the clock.
 * Cold means: a project as it was checked out, without artifacts or a cache of Treadle's; Node's cache of compiled code is there
 * for both, as tsc has it, too. Each round has a folder of its own: where hundreds of files were just deleted, ext4 looks at
 * each of them before it makes a new one, and takes ten times as long.
 * `npm run bench -- compile [ROUNDS] [WORKFLOWS]`.
 */
const rounds = Number(process.argv[2] ?? 3);
const workflowCount = Number(process.argv[3] ?? 100);
const watchedChanges = 10;
const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const scratch = join(here, ".treadle");
const packed = await PackedProject.create();
const treadle = join(packed.folder, "node_modules/.bin/treadle");
const typescript6 = join(root, "node_modules/typescript-6/bin/tsc");

/** Seconds by the clock, and of processor time. */
interface Measure {
  readonly wall: number;
  readonly cpu: number;
}

const reportUsage = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.CPU_USAGE_FILE, JSON.stringify(process.cpuUsage())));',
)}`;

function measure(folder: string, args: readonly string[]): Measure {
  const usageFile = join(scratch, "cpu-usage.json");
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", reportUsage, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CPU_USAGE_FILE: usageFile },
  });
  const wall = (performance.now() - startedAt) / 1000;
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}:\n${stdout}${stderr}`.slice(0, 3000));
  return { wall, cpu: inSeconds(JSON.parse(readFileSync(usageFile, "utf8")) as NodeJS.CpuUsage) };
}

function inSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6;
}

function medians(measures: readonly Measure[]): Measure {
  return { wall: median(measures.map(({ wall }) => wall)), cpu: median(measures.map(({ cpu }) => cpu)) };
}

/** What was compiled, counted in the emitted definitions where it can be. */
function describeProject(folder: string): string {
  const files = readdirSync(join(folder, "artifacts")).filter((file) => file.endsWith(".asl.json"));
  let [states, emitted] = [0, 0];
  for (const file of files) {
    const text = readFileSync(join(folder, "artifacts", file), "utf8");
    states += Object.keys((JSON.parse(text) as { States: object }).States).length;
    emitted += text.match(/"\{%/g)?.length ?? 0;
  }
  const average = (count: number): string => (count / files.length).toFixed(0);
  return (
    `${files.length} workflows of ${average(states)} states with ${expressionCount} expressions ` +
    `(${average(emitted)} with those that are emitted for traces and variables), ${queryCount} queries of Cassandra`
  );
}

/** Seconds from saving one workflow to its artifact on disk, with `treadle build --watch` running. */
async function changeOneFile(folder: string): Promise<number> {
  const watcher = await startWatching(folder, ["build", "--watch"], treadle);
  const seconds: number[] = [];
  // The first change finds code that has not been optimised yet, and is not counted.
  for (let edition = 0; edition <= watchedChanges; edition++) {
    const index = edition % workflowCount;
    const took = await watcher.change(
      workflowFile(index),
      workflowText(index, edition + 1),
      join("artifacts", `Workflow${index}.asl.json`),
    );
    if (edition > 0) seconds.push(took);
  }
  watcher.stop();
  return median(seconds);
}

function createRound(name: string): string {
  const folder = join(packed.folder, name);
  writeProject(folder, workflowCount);
  return folder;
}

mkdirSync(scratch, { recursive: true });
// The first build finds no code in Node's cache, and gives the types of the queries, which projects commit.
const first = createRound("first");
measure(first, [treadle, "build"]);
const runs: { readonly [name in "tsc" | "cold" | "unchanged" | "cdk"]: Measure[] } = {
  tsc: [],
  cold: [],
  unchanged: [],
  cdk: [],
};
for (let round = 0; round < rounds; round++) {
  const folder = createRound(`round-${round}`);
  copyFileSync(join(first, "data/shop.gen.ts"), join(folder, "data/shop.gen.ts"));
  runs.tsc.push(measure(folder, [typescript6, "--noEmit", "-p", "."]));
  runs.cold.push(measure(folder, [treadle, "build"]));
  runs.unchanged.push(measure(folder, [treadle, "build"]));
  runs.cdk.push(measure(folder, [join(here, "cdk-app.ts"), join(folder, "artifacts"), join(scratch, "cdk.out")]));
}
console.log(describeProject(first));
const watched = await changeOneFile(first);
const [tsc, cold, unchanged, cdk] = [medians(runs.tsc), medians(runs.cold), medians(runs.unchanged), medians(runs.cdk)];

/** A quotient by the clock, and in parentheses by processor time. */
const ratio = (value: Measure, base: Measure): string =>
  `${(value.wall / base.wall).toFixed(2)} (${(value.cpu / base.cpu).toFixed(2)})`;
const row = (name: string, { wall, cpu }: Measure, note: string): void =>
  console.log(
    `${name.padEnd(40)} ${wall.toFixed(2).padStart(8)} s, processor ${cpu.toFixed(2).padStart(6)} s  ${note}`,
  );
row("tsc --noEmit (TypeScript 6)", tsc, "");
row("treadle build, cold", cold, `${ratio(cold, tsc)} of tsc, goal 1.5`);
row("treadle build, nothing changed", unchanged, `${ratio(unchanged, cold)} of cold, goal 0.3`);
console.log(
  `${"one file changed, treadle build --watch".padEnd(40)} ${watched.toFixed(2).padStart(8)} s after the save, goal 0.30 s`,
);
row(`${peerNames.cdk}, synth`, cdk, `${ratio(cdk, cold)} of cold`);
rmSync(scratch, { recursive: true });
await packed.remove();
console.log(
  `compile: ${workflowCount} workflows, cold ${ratio(cold, tsc)} of tsc, unchanged ${ratio(unchanged, cold)} of cold, ` +
    `one file changed ${watched.toFixed(2)} s after the save, CDK synth ${ratio(cdk, cold)} of cold`,
);
