import { call, conditional, type ExpressionNode, literal, property } from "@treadle/expressions";
import type { RetrierDefinition, Task } from "@treadle/workflow";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";
import type { AttributeMap, DynamoDbError } from "./attribute-value.js";

/*
 * The four item operations that Step Functions calls without code.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html
 */

export interface Condition {
  /** `attribute_not_exists(id)`: the operation fails with `DynamoDB.ConditionalCheckFailedException` where it does not hold. */
  readonly ConditionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [name: `#${string}`]: string };
  readonly ExpressionAttributeValues?: { readonly [name: `:${string}`]: AttributeMap[string] };
}

export interface GetItem<K extends AttributeMap> {
  readonly Key: K;
  /** Reads what was written last. Default false. */
  readonly ConsistentRead?: boolean;
  readonly ProjectionExpression?: string;
  readonly ExpressionAttributeNames?: { readonly [name: `#${string}`]: string };
}

export interface PutItem<I extends AttributeMap> extends Condition {
  readonly Item: I;
}

export interface UpdateItem<K extends AttributeMap> extends Condition {
  readonly Key: K;
  /** `SET #status = :paid`. */
  readonly UpdateExpression: string;
}

export interface DeleteItem<K extends AttributeMap> extends Condition {
  readonly Key: K;
}

/** Refused before anything was done; repeating is safe for every operation. */
const throttled: readonly RetrierDefinition[] = Object.freeze([
  Object.freeze({
    errorEquals: Object.freeze([
      "DynamoDB.ProvisionedThroughputExceededException",
      "DynamoDB.RequestLimitExceededException",
    ]),
    intervalSeconds: 1,
    maxAttempts: 8,
    backoffRate: 2,
    maxDelaySeconds: 30,
    jitterStrategy: "FULL",
  }),
]);

/** A read may also be repeated when it is not known what became of it. */
const reading: readonly RetrierDefinition[] = Object.freeze([
  ...throttled,
  Object.freeze({
    errorEquals: Object.freeze(["DynamoDB.InternalServerErrorException", "DynamoDB.SdkClientException"]),
    intervalSeconds: 1,
    maxAttempts: 4,
    backoffRate: 2,
    maxDelaySeconds: 10,
    jitterStrategy: "FULL",
  }),
]);

/** Reads an item; the value is the item, or null where there is none. */
export const getItem = <K extends AttributeMap, I extends AttributeMap>(
  tableName: string,
): Task<GetItem<K>, I | null, DynamoDbError> =>
  itemTask("getItem", tableName, reading, (result) => {
    const item = property(result, "Item");
    return conditional(call("exists", item), item, literal(null));
  });

/** Writes an item in the place of any other with its key. A write is repeated only where it was refused. */
export const putItem = <I extends AttributeMap>(tableName: string): Task<PutItem<I>, null, DynamoDbError> =>
  itemTask("putItem", tableName, throttled, () => literal(null));

/** Changes an item, or makes it; the value is the item after the change. */
export const updateItem = <K extends AttributeMap, I extends AttributeMap>(
  tableName: string,
): Task<UpdateItem<K>, I, DynamoDbError> =>
  itemTask("updateItem", tableName, throttled, (result) => property(result, "Attributes"), {
    ReturnValues: literal("ALL_NEW"),
  });

/** Deletes an item; one that is not there is no error. */
export const deleteItem = <K extends AttributeMap>(tableName: string): Task<DeleteItem<K>, null, DynamoDbError> =>
  itemTask("deleteItem", tableName, throttled, () => literal(null));

function itemTask<I, O>(
  action: string,
  tableName: string,
  retry: readonly RetrierDefinition[],
  output: (result: ExpressionNode) => ExpressionNode,
  constants: { readonly [name: string]: ExpressionNode } = {},
): Task<I, O, DynamoDbError> {
  return createServiceTask({
    integration: `dynamodb:${action}`,
    arguments: (input) => withConstants({ TableName: placeholderText(tableName), ...constants }, input),
    output,
    placeholders: placeholdersIn(tableName, "table-name"),
    retry,
  });
}
