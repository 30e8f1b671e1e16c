import { expect, test } from "vitest";
import { account, granted } from "../../../test/granted.js";

const orders = `arn:aws:dynamodb:${account}:table/orders`;

test("dynamodb item calls are granted on the table", () => {
  for (const [call, action] of [
    ["getItem", "GetItem"],
    ["putItem", "PutItem"],
    ["updateItem", "UpdateItem"],
    ["deleteItem", "DeleteItem"],
  ]) {
    expect(granted(`arn:aws:states:::dynamodb:${call}`, { TableName: "orders" })).toEqual([
      `dynamodb:${action} on ${orders}`,
    ]);
  }
});

test("a table of another account is written as its ARN", () => {
  const elsewhere = "arn:aws:dynamodb:eu-west-1:444455556666:table/orders";
  expect(granted("arn:aws:states:::dynamodb:getItem", { TableName: elsewhere })).toEqual([
    `dynamodb:GetItem on ${elsewhere}`,
  ]);
});

test("a call that the integration does not have is an error with the nearest one", () => {
  expect(granted("arn:aws:states:::dynamodb:getItems", { TableName: "orders" })).toEqual(["error iam/unknown-action"]);
});

test("an index is granted instead of its table", () => {
  const query = "arn:aws:states:::aws-sdk:dynamodb:query";
  expect(granted(query, { TableName: "orders" })).toEqual([`dynamodb:Query on ${orders}`]);
  expect(granted(query, { TableName: "orders", IndexName: "byCustomer" })).toEqual([
    `dynamodb:Query on ${orders}/index/byCustomer`,
  ]);
});

test("a transaction is granted by its parts, a batch by its tables", () => {
  const items = [{ Put: { TableName: "orders" } }, { Update: { TableName: "stock" } }, { Put: { TableName: "stock" } }];
  const stock = `arn:aws:dynamodb:${account}:table/stock`;
  expect(granted("arn:aws:states:::aws-sdk:dynamodb:transactWriteItems", { TransactItems: items })).toEqual([
    `dynamodb:PutItem dynamodb:UpdateItem on ${stock}`,
    `dynamodb:PutItem on ${orders}`,
  ]);
  expect(
    granted("arn:aws:states:::aws-sdk:dynamodb:batchWriteItem", { RequestItems: { orders: [], stock: [] } }),
  ).toEqual([`dynamodb:BatchWriteItem on ${orders} ${stock}`]);
});

test("objects are granted by bucket and key; a computed key widens to what is known of it", () => {
  const get = "arn:aws:states:::aws-sdk:s3:getObject";
  expect(granted(get, { Bucket: "b", Key: "in/a.json" })).toEqual(["s3:GetObject on arn:aws:s3:::b/in/a.json"]);
  expect(granted(get, { Bucket: "b", Key: "{% 'in/' & $states.input.key %}" })).toEqual([
    "s3:GetObject on arn:aws:s3:::b/in/*",
  ]);
  expect(granted(get, { Bucket: "b", Key: "k", VersionId: "{% $states.input.version %}" })).toEqual([
    "s3:GetObject s3:GetObjectVersion on arn:aws:s3:::b/k",
  ]);
  expect(granted(get, { Bucket: "{% $states.input.bucket %}", Key: "k" })).toEqual([
    "s3:GetObject on arn:aws:s3:::*/k",
    "error iam/dynamic-resource",
  ]);
});

test("an object written under a key of one's own needs the key, by way of S3 only", () => {
  const args = { Bucket: "b", Key: "k", Body: {}, SSEKMSKeyId: "0123-4567" };
  expect(granted("arn:aws:states:::aws-sdk:s3:putObject", args)).toEqual([
    `kms:Decrypt kms:GenerateDataKey on arn:aws:kms:${account}:key/0123-4567 if {"StringEquals":{"kms:ViaService":"s3.eu-west-1.amazonaws.com"}}`,
    "s3:PutObject on arn:aws:s3:::b/k",
  ]);
});

test("S3 calls whose action has another name are granted by it", () => {
  expect(granted("arn:aws:states:::aws-sdk:s3:listObjectsV2", { Bucket: "b", Prefix: "in/" })).toEqual([
    's3:ListBucket on arn:aws:s3:::b if {"StringLike":{"s3:prefix":["in/"]}}',
  ]);
  expect(granted("arn:aws:states:::aws-sdk:s3:headObject", { Bucket: "b", Key: "k" })).toEqual([
    "s3:GetObject on arn:aws:s3:::b/k",
  ]);
  expect(granted("arn:aws:states:::aws-sdk:s3:copyObject", { Bucket: "to", Key: "k", CopySource: "from/k" })).toEqual([
    "s3:GetObject s3:GetObjectTagging on arn:aws:s3:::from/k",
    "s3:PutObject s3:PutObjectTagging on arn:aws:s3:::to/k",
  ]);
});

test("Redshift statements are granted with what signs in", () => {
  const execute = "arn:aws:states:::aws-sdk:redshiftdata:executeStatement";
  const secret = `arn:aws:secretsmanager:${account}:secret:db-AbCdEf`;
  expect(granted(execute, { ClusterIdentifier: "c", Database: "d", SecretArn: secret, Sql: "select 1" })).toEqual([
    `redshift-data:ExecuteStatement on arn:aws:redshift:${account}:cluster:c`,
    `secretsmanager:GetSecretValue on ${secret}`,
  ]);
  expect(granted(execute, { ClusterIdentifier: "c", Database: "d", DbUser: "u", Sql: "select 1" })).toEqual([
    `redshift-data:ExecuteStatement on arn:aws:redshift:${account}:cluster:c`,
    `redshift:GetClusterCredentials on arn:aws:redshift:${account}:dbname:c/d arn:aws:redshift:${account}:dbuser:c/u`,
  ]);
});

test("PartiQL is granted by its verb, on the table or index that its text names", () => {
  const execute = "arn:aws:states:::aws-sdk:dynamodb:executeStatement";
  expect(granted(execute, { Statement: 'SELECT * FROM "orders"."byCustomer" WHERE id = ?' })).toEqual([
    `dynamodb:PartiQLSelect on ${orders}/index/byCustomer`,
  ]);
  expect(granted(execute, { Statement: "UPDATE orders SET a = 1 WHERE id = 'x'" })).toEqual([
    `dynamodb:PartiQLUpdate on ${orders}`,
  ]);
  expect(granted(execute, { Statement: "{% $states.input.statement %}" })).toContain("error iam/dynamic-resource");
});

test("Keyspaces is granted by the verbs of CQL", () => {
  const create = "arn:aws:states:::aws-sdk:keyspaces:createTable";
  expect(granted(create, { KeyspaceName: "shop", TableName: "orders" })).toEqual([
    `cassandra:Create on arn:aws:cassandra:${account}:/keyspace/shop/table/orders`,
  ]);
});

test("API Gateway's own API is granted by HTTP verb, below the API that is named", () => {
  const api = "arn:aws:apigateway:eu-west-1::/restapis/a1";
  expect(granted("arn:aws:states:::aws-sdk:apigateway:updateStage", { RestApiId: "a1", StageName: "prod" })).toEqual([
    `apigateway:PATCH on ${api} ${api}/*`,
  ]);
});
