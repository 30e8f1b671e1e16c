import { Worker } from "node:worker_threads";
import { javaEngineVersion, startJavaEngine } from "../java/java-engine.js";
import { constructs } from "./constructs.js";
import { type BatchReport, type BatchRequest, inputsPerProgram } from "./run-batch.js";

export interface FuzzOptions {
  /** A case is one program run on one input. */
  readonly cases: number;
  readonly seed: number;
  /** After so many minutes no further batch is begun. */
  readonly minutes: number;
  readonly workers: number;
  readonly withJava: boolean;
  readonly log: (line: string) => void;
}

export interface FuzzReport {
  readonly cases: number;
  readonly differences: number;
  /** The share of the programs without type errors that were lowered. */
  readonly acceptedShare: number;
}

const programsPerBatch = 500;
const shownDifferences = 5;
/** Cases that each construct should have in a long run. */
const wantedCases = 1000;

/** Runs generated programs on generated data in Node and in the engines, and reports what differs. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { cases, seed, minutes, log } = options;
  const withJava = options.withJava && javaRuns(log);
  const total = new Totals();
  const startedAt = performance.now();
  let batch = 0;
  let planned = 0;
  const nextBatch = (): BatchRequest | undefined => {
    const left = cases - planned;
    if (left <= 0 || performance.now() > startedAt + minutes * 60_000) return undefined;
    const programs = Math.min(programsPerBatch, Math.ceil(left / inputsPerProgram));
    planned += programs * inputsPerProgram;
    return { programs, seed: seed + batch++ };
  };
  const done = (report: BatchReport): void => {
    for (const text of report.described) if (total.shown++ < shownDifferences) log(text);
    // Programs with type errors are left out, so more batches may be needed.
    planned -= programsOf(report) * inputsPerProgram - report.cases;
    total.add(report);
    if (++total.batches % 5 === 0) log(total.progress(startedAt));
  };
  await Promise.all(Array.from({ length: options.workers }, () => runWorker(withJava, nextBatch, done)));
  return summarize(total, startedAt, seed, log);
}

function programsOf({ programs, typeErrors }: BatchReport): number {
  return programs + typeErrors;
}

function javaRuns(log: (line: string) => void): boolean {
  const java = startJavaEngine();
  if (typeof java === "string") {
    log(`Without the Java engine: ${java}`);
    return false;
  }
  java.close();
  log(`With com.dashjoin:jsonata ${javaEngineVersion}.`);
  return true;
}

/** Gives a thread one batch after the other, until there are no more. */
async function runWorker(
  withJava: boolean,
  nextBatch: () => BatchRequest | undefined,
  done: (report: BatchReport) => void,
): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: { withJava } });
  await new Promise<void>((resolve, reject) => {
    const proceed = (): void => worker.postMessage(nextBatch() ?? "end");
    worker.on("message", (report: BatchReport) => {
      done(report);
      proceed();
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
    proceed();
  });
}

class Totals {
  cases = 0;
  withoutJson = 0;
  programs = 0;
  typeErrors = 0;
  differences = 0;
  shown = 0;
  batches = 0;
  readonly refusals = new Map<string, number>();
  readonly coverage = new Map<string, number>();

  add(report: BatchReport): void {
    this.cases += report.cases;
    this.withoutJson += report.withoutJson;
    this.programs += report.programs;
    this.typeErrors += report.typeErrors;
    this.differences += report.differences;
    for (const reason of report.refusals) this.refusals.set(reason, (this.refusals.get(reason) ?? 0) + 1);
    for (const [name, count] of report.coverage) this.coverage.set(name, (this.coverage.get(name) ?? 0) + count);
  }

  get refused(): number {
    return [...this.refusals.values()].reduce((sum, count) => sum + count, 0);
  }

  progress(startedAt: number): string {
    const seconds = (performance.now() - startedAt) / 1000;
    return `${this.cases} cases, ${this.differences} programs differ, ${Math.round(this.cases / seconds)} cases/s`;
  }
}

function summarize(total: Totals, startedAt: number, seed: number, log: (line: string) => void): FuzzReport {
  const acceptedShare = 1 - total.refused / total.programs;
  log("\nAccepted cases by construct:");
  const counts = constructs.map((name) => [name, total.coverage.get(name) ?? 0] as const);
  const cells = counts.map(([name, count]) => `${name} ${count}`);
  for (let at = 0; at < cells.length; at += 8) log(`  ${cells.slice(at, at + 8).join("   ")}`);
  const kinds = [...total.coverage].filter(([name]) => name.startsWith("syntax ")).sort(([, a], [, b]) => b - a);
  log("\nAccepted cases by kind of syntax:");
  const kindCells = kinds.map(([name, count]) => `${name.slice("syntax ".length)} ${count}`);
  for (let at = 0; at < kindCells.length; at += 8) log(`  ${kindCells.slice(at, at + 8).join("   ")}`);
  if (total.refusals.size > 0) log("\nRefused programs by reason:");
  for (const [reason, count] of [...total.refusals].sort(([, a], [, b]) => b - a).slice(0, 10)) {
    log(`  ${count}  ${reason}`);
  }
  const rare = counts.filter(([, count]) => count < wantedCases);
  if (rare.length > 0) log(`\nFewer than ${wantedCases} cases: ${rare.map(([name]) => name).join(", ")}`);
  const [rarest, fewest] = counts.reduce((least, entry) => (entry[1] < least[1] ? entry : least));
  const seconds = (performance.now() - startedAt) / 1000;
  log(
    `\nfuzz:expressions: seed ${seed}, ${total.cases} cases (a program with one input each) of ` +
      `${total.programs - total.refused} programs in ${seconds.toFixed(0)} s (${Math.round(total.cases / seconds)}/s), ` +
      `${total.differences} programs differ, ${(acceptedShare * 100).toFixed(2)} % accepted; rarest of ` +
      `${constructs.length} constructs: ${rarest}, ${fewest} cases; ${total.withoutJson} cases without JSON in Node, ` +
      `${total.typeErrors} programs with type errors left out`,
  );
  return { cases: total.cases, differences: total.differences, acceptedShare };
}
