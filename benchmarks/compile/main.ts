import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Compiler, writeArtifacts } from "@treadle/compiler";
import { peerNames } from "../iam/peers.ts";
import { median } from "../median.ts";
import { workflowFile, workflowText, writeProject } from "./project.ts";

/*
 * What compiling costs: `treadle build` of 100 workflows, cold and again without a change, each in a process of its own; one
 * file changed, in a compiler that is kept as `treadle watch` keeps it; `tsc --noEmit` of TypeScript 6 on the same files; and
 * the CDK synthesising the same machines. Medians of alternating rounds. On a machine with other work the processor seconds
 * tell more than the clock. `npm run bench -- compile [ROUNDS] [WORKFLOWS]`.
 */
const rounds = Number(process.argv[2] ?? 3);
const workflowCount = Number(process.argv[3] ?? 100);
const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const folder = join(here, ".treadle/project");
const treadle = join(root, "packages/cli/dist/main.js");
const typescript6 = join(root, "node_modules/typescript-6/bin/tsc");

/** Seconds by the clock, and of processor time. */
interface Measure {
  readonly wall: number;
  readonly cpu: number;
}

const reportUsage = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; process.on("exit", () => writeFileSync(process.env.CPU_USAGE_FILE, JSON.stringify(process.cpuUsage())));',
)}`;

function measure(args: readonly string[]): Measure {
  const usageFile = join(here, ".treadle/cpu-usage.json");
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

/** States and expressions of the emitted definitions, on average. */
function describeDefinitions(): string {
  const files = readdirSync(join(folder, "artifacts")).filter((file) => file.endsWith(".asl.json"));
  let [states, expressions] = [0, 0];
  for (const file of files) {
    const text = readFileSync(join(folder, "artifacts", file), "utf8");
    states += Object.keys((JSON.parse(text) as { States: object }).States).length;
    expressions += text.match(/"\{%/g)?.length ?? 0;
  }
  const average = (count: number): string => (count / files.length).toFixed(0);
  return `${files.length} workflows of ${average(states)} states and ${average(expressions)} expressions, 20 queries`;
}

async function changeOneFile(): Promise<Measure> {
  const compiler = new Compiler({ root: folder, workflows: ["workflows/*.ts"], sources: ["data/*.ts"] });
  await compiler.compile();
  const measures: Measure[] = [];
  for (let edition = 1; edition <= rounds; edition++) {
    writeFileSync(join(folder, workflowFile(edition % workflowCount)), workflowText(edition % workflowCount, edition));
    const [startedAt, usedBefore] = [performance.now(), process.cpuUsage()];
    compiler.refresh([workflowFile(edition % workflowCount)]);
    const { artifacts, diagnostics } = await compiler.compile();
    const { written } = writeArtifacts(join(folder, "artifacts"), artifacts);
    const wall = (performance.now() - startedAt) / 1000;
    measures.push({ wall, cpu: inSeconds(process.cpuUsage(usedBefore)) });
    if (written.length === 0) throw new Error(`nothing was written: ${JSON.stringify(diagnostics[0])}`);
  }
  return medians(measures);
}

writeProject(folder, workflowCount);
measure([treadle, "build"]);
const runs: { readonly [name in "tsc" | "cold" | "unchanged" | "cdk"]: Measure[] } = {
  tsc: [],
  cold: [],
  unchanged: [],
  cdk: [],
};
for (let round = 0; round < rounds; round++) {
  runs.tsc.push(measure([typescript6, "--noEmit", "-p", "."]));
  rmSync(join(folder, "artifacts"), { recursive: true });
  rmSync(join(folder, ".treadle"), { recursive: true, force: true });
  runs.cold.push(measure([treadle, "build"]));
  runs.unchanged.push(measure([treadle, "build"]));
  runs.cdk.push(measure([join(here, "cdk-app.ts"), join(folder, "artifacts"), join(here, ".treadle/cdk.out")]));
}
console.log(describeDefinitions());
const watched = await changeOneFile();
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
row("one file changed, compiler kept", watched, "goal 0.30 s");
row(`${peerNames.cdk}, synth`, cdk, `${ratio(cdk, cold)} of cold`);
rmSync(join(here, ".treadle"), { recursive: true, force: true });
console.log(
  `compile: ${workflowCount} workflows, cold ${ratio(cold, tsc)} of tsc, unchanged ${ratio(unchanged, cold)} of cold, ` +
    `one file changed ${watched.wall.toFixed(2)} s (processor ${watched.cpu.toFixed(2)} s), CDK synth ${ratio(cdk, cold)} of cold`,
);
