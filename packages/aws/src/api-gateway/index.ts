export { invoke } from "./invoke.js";
