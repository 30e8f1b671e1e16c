export { CqlSyntaxError } from "./cql-syntax-error.js";
export type * from "./nodes/index.js";
export { normalizeText } from "./normalize-text.js";
export { type Parsed, parseScript, parseStatement } from "./parser/parse-statement.js";
export { partsOfTerm } from "./parts-of-term.js";
export { printTerm, printTermName, printTypeNode } from "./print-term.js";
export { type CqlSpan, spanFrom } from "./span.js";
export { tokenSpan } from "./token-span.js";
export { isDuration } from "./tokenize.js";
