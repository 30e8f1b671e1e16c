export { type Dialect, type DialectName, dialectNames } from "./dialect.js";
export { dialects } from "./dialects.js";
