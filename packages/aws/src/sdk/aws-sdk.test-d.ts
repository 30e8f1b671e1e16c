import { GetItemCommand, PutItemCommand, QueryCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { DescribeTasksCommand, UpdateServiceCommand } from "@aws-sdk/client-ecs";
import { DescribeDBInstancesCommand } from "@aws-sdk/client-rds";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { GetSecretValueCommand } from "@aws-sdk/client-secrets-manager";
import { StartSyncExecutionCommand } from "@aws-sdk/client-sfn";
import { resumedBy, type Task, workflow } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import { awsSdk } from "../index.js";
import type { MemberName } from "./member-name.js";
import type { StatesValue } from "./states-value.js";

type Taken<T> = T extends Task<infer I, unknown, string> ? I : never;
type Given<T> = T extends { readonly __output?: infer O } ? O : never;
type Errors<T> = T extends { readonly __errors?: infer E } ? E : never;

expectTypeOf<MemberName<"clusterArn">>().toEqualTypeOf<"ClusterArn">();
expectTypeOf<MemberName<"DBInstanceArn" | "ACLs">>().toEqualTypeOf<"DbInstanceArn" | "AcLs">();
expectTypeOf<MemberName<"BOOL" | "NULL" | "SS">>().toEqualTypeOf<"Bool" | "Nul" | "Ss">();
expectTypeOf<MemberName<"equals">>().toEqualTypeOf<"EqualsValue">();

interface Shape {
  at: Date | undefined;
  bytes?: Uint8Array | undefined;
  big?: bigint;
  tags?: Record<string, { keyName: string | undefined }>;
  list?: ({ ETag?: string } | null)[];
  kind?: "a" | "b";
  $metadata: object;
}
expectTypeOf<StatesValue<Shape>>().toEqualTypeOf<{
  readonly At: string;
  readonly Bytes?: string;
  readonly Big?: number;
  readonly Tags?: { readonly [key: string]: { readonly KeyName: string } };
  readonly List?: readonly ({ readonly ETag?: string } | null)[];
  readonly Kind?: "a" | "b";
}>();

const put = awsSdk(PutItemCommand, {
  errors: ["DynamoDb.ConditionalCheckFailedException"],
  constants: { TableName: "orders" },
});
expectTypeOf<Errors<typeof put>>().toEqualTypeOf<"DynamoDb.ConditionalCheckFailedException">();
const read = awsSdk(GetItemCommand, { present: ["Item"] });
const query = awsSdk(QueryCommand, { present: ["Items", "ConsumedCapacity.CapacityUnits"] });
const secret = awsSdk(GetSecretValueCommand, { present: ["SecretString"] });
const object = awsSdk(GetObjectCommand, { present: ["Body"] });
const tasks = awsSdk(DescribeTasksCommand, { present: ["Tasks.LastStatus"] });
const service = awsSdk(UpdateServiceCommand);
const databases = awsSdk(DescribeDBInstancesCommand);
const child = awsSdk(StartSyncExecutionCommand);

expectTypeOf<Given<typeof secret>["SecretString"]>().toEqualTypeOf<string>();
expectTypeOf<Given<typeof secret>["CreatedDate"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<Given<typeof secret>["SecretBinary"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<Given<typeof object>["Body"]>().toEqualTypeOf<string>();
expectTypeOf<Given<typeof tasks>["Tasks"][number]["LastStatus"]>().toEqualTypeOf<string>();
expectTypeOf<Given<typeof tasks>["Tasks"][number]["DesiredStatus"]>().toEqualTypeOf<string | undefined>();
expectTypeOf<Given<typeof query>["ConsumedCapacity"]["CapacityUnits"]>().toEqualTypeOf<number>();
expectTypeOf<NonNullable<Given<typeof databases>["DbInstances"]>[number]["DbInstanceStatus"]>().toEqualTypeOf<
  string | undefined
>();
// What the API always gives needs no `present`.
expectTypeOf<Given<typeof child>["ExecutionArn"]>().toEqualTypeOf<string>();
expectTypeOf<Taken<typeof child>["StateMachineArn"]>().toEqualTypeOf<string>();
expectTypeOf<Taken<typeof service>["ForceNewDeployment"]>().toEqualTypeOf<boolean | undefined>();
expectTypeOf<StatesValue<PutObjectCommand["input"]>["Body"]>().toEqualTypeOf<string | undefined>();

const flow = () => workflow<{ id: string; note?: string; paid: boolean }>("Order");

flow()
  .task(
    "put",
    put,
    (s) => ({
      Item: {
        id: { S: s.input.id },
        paid: { Bool: s.input.paid },
        gone: { Nul: true },
        of: { M: { a: { Ss: ["x"] } } },
      },
      ConditionExpression: "attribute_not_exists(id)",
    }),
    {
      catch: [
        {
          errorEquals: ["DynamoDb.ConditionalCheckFailedException"],
          next: (f) => f.fail("Twice", { error: "Order.Twice" }),
        },
      ],
    },
  )
  .task("read", read, (s) => ({ TableName: "orders", Key: { id: { S: s.input.id } } }))
  .task("write", awsSdk(TransactWriteItemsCommand), (s) => ({
    TransactItems: [{ Delete: { TableName: "orders", Key: { id: { S: s.input.id } } } }],
  }))
  .task("copied", put, (s) => ({ Item: { ...s.read.Item, id: { S: "copy" } }, ExpressionAttributeValues: s.read.Item }))
  .task("counted", service, () => ({ Service: "web", PlacementStrategy: [{ Type: "spread", Field: "a" }] }))
  .callback("asked", resumedBy<{ ok: boolean }>()(awsSdk(PutObjectCommand)), (s) => ({
    Bucket: "asks",
    Key: s.input.id,
    Body: s.token,
  }))
  .return((s) => ({ at: s.read.Item.id!.S, ok: s.asked.ok }));

// @ts-expect-error a missing argument: "Property 'Item' is missing"
flow().task("put", put, () => ({}));
// @ts-expect-error an argument that the action does not have
flow().task("put", put, (s) => ({ Item: { id: { S: s.input.id } }, Itme: {} }));
// @ts-expect-error an argument that the action does not have, inside another
flow().task("put", put, (s) => ({ Item: { id: { S: s.input.id } }, Expected: { id: { Exist: true } } }));
// @ts-expect-error and one that comes with a value
flow().task("service", service, (s) => ({ Service: "web", DeploymentConfiguration: s.input }));
// @ts-expect-error and one in a list
flow().task("service", service, () => ({ Service: "web", PlacementStrategy: [{ Type: "spread", Fields: "a" }] }));
// @ts-expect-error an argument that the task has fixed
flow().task("put", put, (s) => ({ Item: { id: { S: s.input.id } }, TableName: "others" }));
// @ts-expect-error the spelling of the command class
flow().task("put", put, (s) => ({ Item: { paid: { BOOL: s.input.paid } } }));
// @ts-expect-error a camelCase member of a REST API
flow().task("service", service, () => ({ service: "web" }));
// @ts-expect-error an argument that may be absent
flow().task("put", put, (s) => ({ Item: { note: { S: s.input.note } } }));
// @ts-expect-error a Date: timestamps are text
flow().task("object", awsSdk(PutObjectCommand), () => ({ Bucket: "b", Key: "k", Expires: new Date() }));
// @ts-expect-error bytes: they are text
flow().task("object", awsSdk(PutObjectCommand), () => ({ Bucket: "b", Key: "k", Body: new Uint8Array() }));
flow().task("put", put, (s) => ({ Item: { id: { S: s.input.id } } }), {
  // @ts-expect-error an error that the task does not declare
  catch: [{ errorEquals: ["DynamoDb.ThrottlingException"], next: (f) => f.succeed() }],
});
flow()
  .task("secret", secret, () => ({ SecretId: "a" }))
  // @ts-expect-error an output that may be absent, unguarded
  .task("read", read, (s) => ({ TableName: s.secret.Name, Key: {} }));

// @ts-expect-error "Itms" is no member of what the action gives
awsSdk(QueryCommand, { present: ["Itms"] });
// @ts-expect-error "ConsumedCapacity.Units" is no member of what the action gives
awsSdk(QueryCommand, { present: ["Items", "ConsumedCapacity.Units"] });
// @ts-expect-error the name without the service
awsSdk(PutItemCommand, { errors: ["ConditionalCheckFailedException"] });
// @ts-expect-error in Step Functions the name of an error ends in Exception
awsSdk(GetObjectCommand, { errors: ["S3.NoSuchKey"] });
// @ts-expect-error a constant that is no argument
awsSdk(PutItemCommand, { constants: { Table: "orders" } });
// @ts-expect-error a constant of another type
awsSdk(PutItemCommand, { constants: { TableName: 7 } });
// @ts-expect-error no command class
awsSdk(Date);
// @ts-expect-error only with `.waitForTaskToken`, which is `resumedBy`
flow().task("object", awsSdk(PutObjectCommand), (s) => ({ Bucket: "b", Key: "k", Body: s.token }));
