export type * from "./identifier.js";
export type * from "./schema-statement.js";
export type * from "./statement.js";
export type * from "./term.js";
export type * from "./type-node.js";
