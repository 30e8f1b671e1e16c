export { type CheckedQuery, type CheckQueryOptions, checkQuery, type QueryTypes } from "../checks/check-query.js";
export { differenceFromShape } from "../checks/difference-from-shape.js";
export { type Inference, inferQuery } from "../checks/infer.js";
export { printShape } from "../checks/print-shape.js";
export type { CheckedContainer, CompositePath, IndexingPolicy } from "../checks/rule.js";
export { type ParsedQuery, parseQuery } from "../sql/parse-query.js";
export { formatPosition, type Span } from "../sql/span.js";
export { compiler } from "./check-source.js";
