export { lowerLambda } from "./lower-lambda.js";
export type { LoweredExpression, LoweringContext } from "./lowering-context.js";
export { resolveAlias } from "./references.js";
