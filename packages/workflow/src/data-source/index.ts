export { type BridgeTaskOptions, bridgeFunctionPlaceholder, bridgeTask, preflightTask } from "./bridge-task.js";
export {
  type AccessHint,
  type CheckedSource,
  type CheckedStatement,
  type CheckHost,
  type DataSource,
  type DataSourceCompiler,
  dataSourceBrand,
  isDataSource,
  type StatementParameters,
  type TextFile,
} from "./data-source.js";
export {
  type BridgeCall,
  BridgeError,
  type BridgeErrorDetails,
  type BridgeRequest,
  type BridgeTrace,
  type DataSourceExecutor,
  type DataSourceExecutorModule,
  type ExecutedStatement,
  preflightStatement,
} from "./executor.js";
export type { InvocationError } from "./invocation-error.js";
export { payloadLimitBytes, sizeOf } from "./payload-limit.js";
export { placeInLiteral, type TextSpan } from "./place-in-literal.js";
export type { IsMissing, IsOpenText } from "./query-text.js";
export type { DatabaseAddress, DataSourceSchemaReader, ReadSchema } from "./schema-reader.js";
export { statementOf } from "./statement-of.js";
export type { PropertyShape, TypeShape } from "./type-shape.js";
