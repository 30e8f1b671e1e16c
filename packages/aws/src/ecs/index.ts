export { runTask } from "./run-task.js";
