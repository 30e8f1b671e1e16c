import { loadSuite } from "./load-suite.js";
import { runConformance } from "./run-conformance.js";

process.exitCode = await runConformance(process.argv.slice(2), {
  out: (text) => console.log(text),
  error: (text) => console.error(text),
  loadSuite,
});
