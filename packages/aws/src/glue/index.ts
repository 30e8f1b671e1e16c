export { startJobRun } from "./start-job-run.js";
