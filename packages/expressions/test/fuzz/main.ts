import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { runFuzz } from "./run-fuzz.js";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: "20261125" },
    minutes: { type: "string" },
    workers: { type: "string", default: String(availableParallelism()) },
    "without-java": { type: "boolean", default: false },
  },
});

const usage =
  "Usage: npm run fuzz:expressions -- [--cases N] [--seed S] [--minutes M] [--workers W] [--without-java]\n";
const [cases, seed, minutes] = [Number(values.cases), Number(values.seed), Number(values.minutes ?? Infinity)];
const workers = Number(values.workers);
if (!(minutes > 0) || !isCount(cases) || !isCount(workers) || !Number.isInteger(seed)) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const withJava = !values["without-java"];
  const report = await runFuzz({ cases, seed, minutes, workers, withJava, log: (line) => console.log(line) });
  process.exitCode = report.differences === 0 && report.acceptedShare >= 0.95 ? 0 : 1;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}
