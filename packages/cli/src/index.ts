export { defineConfig, type LocalFunction, type Profile, type TreadleConfig } from "./config/define-config.js";
export { type LocalRun, type LocalRunOptions, runLocally, type StatementCall } from "./local/run-locally.js";
export { formatRun } from "./terminal/format-run.js";
