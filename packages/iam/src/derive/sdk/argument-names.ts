/**
 * Arguments that stand for a variable of an ARN template, where the name of the one does not follow from the other: by
 * IAM prefix, then by variable. The API references of the services are the source.
 */
export const argumentNames: { readonly [prefix: string]: { readonly [variable: string]: readonly string[] } } = {
  athena: { WorkGroupName: ["WorkGroup"] },
  ec2: { SecurityGroupId: ["GroupId"] },
  ecs: { ClusterName: ["Cluster"], ServiceName: ["Service"], TaskId: ["Task"] },
  events: { RuleName: ["Rule", "Name"] },
  logs: { LogGroupName: ["LogGroupName", "LogGroupIdentifier"] },
  s3: { BucketName: ["Bucket"], ObjectName: ["Key"] },
  secretsmanager: { SecretId: ["SecretId", "Name"] },
  ssm: { ParameterNameWithoutLeadingSlash: ["Name"] },
};

/** The value of a variable where its argument is left out, as the API references say. */
export const argumentDefaults: { readonly [prefix: string]: { readonly [variable: string]: string } } = {
  ecs: { ClusterName: "default" },
  events: { EventBusName: "default" },
  scheduler: { GroupName: "default" },
};
