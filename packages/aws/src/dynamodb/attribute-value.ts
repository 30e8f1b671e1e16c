/**
 * A value as DynamoDB's API writes it. The integration of its own keeps these names; `awsSdk(PutItemCommand)` has those of the Java
 * SDK, `Bool` and `Nul`. Numbers travel as text, binary values as base64.
 */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: { readonly [name: string]: AttributeValue } }
  | { readonly BOOL: boolean }
  | { readonly NULL: true };

export type AttributeMap = { readonly [name: string]: AttributeValue };

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ddb.html */
export type DynamoDbError =
  | "DynamoDB.ConditionalCheckFailedException"
  | "DynamoDB.InternalServerErrorException"
  | "DynamoDB.ItemCollectionSizeLimitExceededException"
  | "DynamoDB.ProvisionedThroughputExceededException"
  | "DynamoDB.RequestLimitExceededException"
  | "DynamoDB.ResourceNotFoundException"
  | "DynamoDB.SdkClientException"
  | "DynamoDB.TransactionConflictException"
  | "DynamoDB.AmazonDynamoDBException";
