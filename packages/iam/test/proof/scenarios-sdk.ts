import { arn, calls, passRole, role, type Scenario } from "./required-call.js";

const launched = ["instance/i-0a1b", "network-interface/eni-0a1b", "volume/vol-0a1b"].map((each) => arn("ec2", each));

const profile = arn("bedrock", "inference-profile/eu.amazon.nova-lite-v1:0");
const ownProfile = arn("bedrock", "application-inference-profile/0a1b2c3d4e5f");

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const sdkScenarios: readonly Scenario[] = [
  {
    title: "aws-sdk:secretsmanager:getSecretValue by name",
    resource: "aws-sdk:secretsmanager:getSecretValue",
    arguments: { SecretId: "shop/db" },
    bounded: ["SecretId"],
    calls: calls("secretsmanager:GetSecretValue", arn("secretsmanager", "secret:shop/db-AbCdEf")),
  },
  {
    title: "aws-sdk:cloudwatchlogs:startQuery",
    resource: "aws-sdk:cloudwatchlogs:startQuery",
    arguments: { LogGroupName: "/shop", QueryString: "fields @message" },
    bounded: ["LogGroupName"],
    calls: calls("logs:StartQuery", arn("logs", "log-group:/shop:*")),
  },
  {
    title: "aws-sdk:kms:encrypt by id",
    resource: "aws-sdk:kms:encrypt",
    arguments: { KeyId: "0a1b", Plaintext: "p" },
    bounded: ["KeyId"],
    calls: calls("kms:Encrypt", arn("kms", "key/0a1b")),
  },
  {
    title: "aws-sdk:kms:encrypt by alias",
    resource: "aws-sdk:kms:encrypt",
    arguments: { KeyId: "alias/orders", Plaintext: "p" },
    bounded: ["KeyId"],
    calls: [
      {
        action: "kms:Encrypt",
        resource: arn("kms", "key/0a1b"),
        context: { "kms:ResourceAliases": ["alias/orders", "alias/other"] },
      },
    ],
  },
  {
    title: "aws-sdk:ssm:sendCommand to instances",
    resource: "aws-sdk:ssm:sendCommand",
    arguments: { DocumentName: "AWS-RunShellScript", InstanceIds: ["i-0a1b", "mi-2c3d"] },
    bounded: ["DocumentName"],
    calls: calls(
      "ssm:SendCommand",
      arn("ssm", "document/AWS-RunShellScript"),
      arn("ec2", "instance/i-0a1b"),
      arn("ssm", "managed-instance/mi-2c3d"),
    ),
  },
  {
    title: "aws-sdk:ssm:sendCommand to whatever has a tag",
    resource: "aws-sdk:ssm:sendCommand",
    arguments: { DocumentName: "tidy", Targets: [{ Key: "tag:Role", Values: ["web"] }] },
    bounded: ["DocumentName"],
    calls: calls(
      "ssm:SendCommand",
      arn("ssm", "document/tidy"),
      arn("ec2", "instance/i-0a1b"),
      arn("ssm", "managed-instance/mi-2c3d"),
    ),
  },
  {
    title: "aws-sdk:ssm:getParametersByPath",
    resource: "aws-sdk:ssm:getParametersByPath",
    arguments: { Path: "/shop/" },
    bounded: ["Path"],
    calls: calls("ssm:GetParametersByPath", arn("ssm", "parameter/shop")),
  },
  {
    title: "aws-sdk:ec2:runInstances",
    resource: "aws-sdk:ec2:runInstances",
    arguments: {
      ImageId: "ami-0a1b",
      KeyName: "ops",
      SecurityGroupIds: ["sg-0a1b"],
      SubnetId: "subnet-0a1b",
      IamInstanceProfile: { Name: "web" },
      TagSpecifications: [{ ResourceType: "instance", Tags: [{ Key: "k", Value: "v" }] }],
    },
    bounded: ["ImageId"],
    declared: { "IamInstanceProfile.RoleArn": role("web") },
    calls: [
      ...calls(
        "ec2:RunInstances",
        "arn:aws:ec2:eu-west-1::image/ami-0a1b",
        ...["key-pair/ops", "security-group/sg-0a1b", "subnet/subnet-0a1b"].map((each) => arn("ec2", each)),
        ...launched,
      ),
      ...launched.map((resource) => ({
        action: "ec2:CreateTags",
        resource,
        context: { "ec2:CreateAction": "RunInstances" },
      })),
      passRole("web", "ec2.amazonaws.com"),
    ],
  },
  {
    title: "aws-sdk:eventbridge:putTargets",
    resource: "aws-sdk:eventbridge:putTargets",
    arguments: {
      Rule: "nightly",
      EventBusName: "shop",
      Targets: [{ Id: "1", Arn: arn("sqs", "q"), RoleArn: role("deliver") }],
    },
    bounded: ["Rule"],
    calls: [
      ...calls("events:PutTargets", arn("events", "rule/shop/nightly")),
      passRole("deliver", "events.amazonaws.com"),
    ],
  },
  {
    title: "aws-sdk:bedrockruntime:converse by an inference profile",
    resource: "aws-sdk:bedrockruntime:converse",
    arguments: { ModelId: "eu.amazon.nova-lite-v1:0" },
    bounded: ["ModelId"],
    calls: [
      ...calls("bedrock:InvokeModel", profile),
      {
        action: "bedrock:InvokeModel",
        resource: "arn:aws:bedrock:eu-north-1::foundation-model/amazon.nova-lite-v1:0",
        context: { "bedrock:InferenceProfileArn": profile },
      },
    ],
  },
  {
    title: "bedrock:invokeModel by a profile of the account's own",
    resource: "bedrock:invokeModel",
    arguments: { ModelId: ownProfile, Body: {} },
    bounded: ["ModelId"],
    declared: { "InferenceProfile.ModelArn": "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0" },
    calls: [
      ...calls("bedrock:InvokeModel", ownProfile),
      {
        action: "bedrock:InvokeModel",
        resource: "arn:aws:bedrock:eu-west-1::foundation-model/amazon.nova-lite-v1:0",
        context: { "bedrock:InferenceProfileArn": ownProfile },
      },
    ],
  },
  {
    title: "aws-sdk:transcribe:startTranscriptionJob",
    resource: "aws-sdk:transcribe:startTranscriptionJob",
    arguments: {
      TranscriptionJobName: "call",
      Media: { MediaFileUri: "s3://calls/in/1.wav" },
      OutputBucketName: "texts",
      OutputKey: "out/",
    },
    bounded: ["OutputBucketName"],
    calls: [
      ...calls("transcribe:StartTranscriptionJob", "*"),
      ...calls("s3:GetObject", "arn:aws:s3:::calls/in/1.wav"),
      ...calls("s3:PutObject", "arn:aws:s3:::texts/out/call.json"),
    ],
  },
  {
    title: "aws-sdk:dynamodb:exportTableToPointInTime",
    resource: "aws-sdk:dynamodb:exportTableToPointInTime",
    arguments: { TableArn: arn("dynamodb", "table/orders"), S3Bucket: "exports", S3Prefix: "orders/" },
    bounded: ["S3Bucket"],
    calls: [
      ...calls("dynamodb:ExportTableToPointInTime", arn("dynamodb", "table/orders")),
      ...calls("s3:AbortMultipartUpload s3:PutObject s3:PutObjectAcl", "arn:aws:s3:::exports/orders/0a1b"),
    ],
  },
  {
    title: "aws-sdk:timestreamwrite:writeRecords",
    resource: "aws-sdk:timestreamwrite:writeRecords",
    arguments: { DatabaseName: "shop", TableName: "visits" },
    bounded: ["TableName"],
    calls: [
      ...calls("timestream:DescribeEndpoints", "*"),
      ...calls("timestream:WriteRecords", arn("timestream", "database/shop/table/visits")),
    ],
  },
];
