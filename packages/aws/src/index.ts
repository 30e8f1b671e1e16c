export { activity } from "./activity/activity.js";
export * as apiGateway from "./api-gateway/index.js";
export type { ApiGatewayError, ApiRequest, ApiResponse, ApiTarget } from "./api-gateway/invoke.js";
export * as batch from "./batch/index.js";
export type { BatchError, BatchJob, BatchTarget, SubmitJob, SubmittedJob } from "./batch/submit-job.js";
export * as bedrock from "./bedrock/index.js";
export {
  type BedrockError,
  bedrockRetry,
  type InvokeModel,
  type InvokeModelOnObject,
  type ModelAnswer,
} from "./bedrock/invoke-model.js";
export type { AttributeMap, AttributeValue, DynamoDbError } from "./dynamodb/attribute-value.js";
export * as dynamodb from "./dynamodb/index.js";
export type { Condition, DeleteItem, GetItem, PutItem, UpdateItem } from "./dynamodb/items.js";
export type { EcsContainer, EcsTask } from "./ecs/ecs-task.js";
export * as ecs from "./ecs/index.js";
export type { EcsError, EcsTarget, RunTask, StartedTasks, TaskOverride } from "./ecs/run-task.js";
export * as eventBridge from "./event-bridge/index.js";
export type { EventBridgeError, EventIdentity, PutEvent, PutEventsResult } from "./event-bridge/put-events.js";
export * as glue from "./glue/index.js";
export type { GlueError, JobRun, StartedJobRun, StartJobRun } from "./glue/start-job-run.js";
export * as http from "./http/index.js";
export type { HttpEndpoint, HttpError, HttpRequest, HttpResponse } from "./http/invoke.js";
export * as lambda from "./lambda/index.js";
export { type InvokeFunction, type LambdaError, lambdaRetry } from "./lambda/invoke.js";
export type { Serialized } from "./lambda/serialized.js";
export * as s3 from "./s3/index.js";
export type { S3Object, S3Prefix } from "./s3/location.js";
export type { CsvFormat, ListedObject } from "./s3/readers.js";
export type { ResultFormat } from "./s3/results.js";
export { awsSdk } from "./sdk/aws-sdk.js";
export type { CommandClass } from "./sdk/command-class.js";
export type { CommandOptions, ServiceErrorName } from "./sdk/command-task.js";
export { type DescribedAction, type Optimized, type OptimizedAction, optimized } from "./sdk/optimized.js";
export type { StatesValue } from "./sdk/states-value.js";
export * as sns from "./sns/index.js";
export type { Publish, Published, SnsError } from "./sns/publish.js";
export * as sqs from "./sqs/index.js";
export type { SendMessage, SentMessage, SqsError } from "./sqs/send-message.js";
export * as stepFunctions from "./step-functions/index.js";
export type { AwaitExecution, StartExecution, StartMachine } from "./step-functions/start.js";
export type { MessageAttribute } from "./task/message-attribute.js";
