import { parseArgs } from "node:util";
import { runFuzz } from "./run-fuzz.js";

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "20000" },
    seed: { type: "string", default: "20261125" },
    minutes: { type: "string" },
    "without-java": { type: "boolean", default: false },
  },
});

const [cases, seed, minutes] = [Number(values.cases), Number(values.seed), Number(values.minutes ?? Infinity)];
if (!(minutes > 0) || !Number.isInteger(cases) || cases < 1 || !Number.isInteger(seed)) {
  process.stderr.write("Usage: npm run fuzz:expressions -- [--cases N] [--seed S] [--minutes M] [--without-java]\n");
  process.exitCode = 2;
} else {
  const withJava = !values["without-java"];
  const report = await runFuzz({ cases, seed, minutes, withJava, log: (line) => console.log(line) });
  process.exitCode = report.differences === 0 && report.acceptedShare >= 0.95 ? 0 : 1;
}
