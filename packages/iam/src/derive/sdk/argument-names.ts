/**
 * Arguments that stand for a variable of an ARN template, where the name of the one does not follow from the other, or where
 * what would follow is wrong (none: no argument does). By IAM prefix, then by variable. The API references of the services
 * are the source.
 */
export const argumentNames: { readonly [prefix: string]: { readonly [variable: string]: readonly string[] } } = {
  athena: { WorkGroupName: ["WorkGroup", "Name"] },
  cloudformation: { Id: [] },
  ec2: { SecurityGroupId: ["GroupId", "SecurityGroupId"] },
  ecs: { ClusterName: ["Cluster", "ClusterName"], ServiceName: ["Service", "ServiceName"], TaskId: ["Task", "Tasks"] },
  glue: { CatalogName: ["CatalogId"] },
  logs: { LogGroupName: ["LogGroupName", "LogGroupIdentifier"] },
  mobiletargeting: { AppId: ["ApplicationId"] },
  rds: {
    ClusterSnapshotName: ["DbClusterSnapshotIdentifier"],
    DbClusterInstanceName: ["DbClusterIdentifier"],
    DbInstanceName: ["DbInstanceIdentifier"],
    SnapshotName: ["DbSnapshotIdentifier"],
    SubnetGroupName: ["DbSubnetGroupName"],
  },
  s3: { BucketName: ["Bucket"], ObjectName: ["Key"] },
  secretsmanager: { SecretId: ["SecretId", "Name"] },
  ssm: { ParameterNameWithoutLeadingSlash: ["Name", "Names"] },
};

/** The value of a variable where its argument is left out, as the API references say. */
export const argumentDefaults: { readonly [prefix: string]: { readonly [variable: string]: string } } = {
  ecs: { ClusterName: "default" },
  events: { EventBusName: "default" },
  scheduler: { GroupName: "default" },
};

/**
 * What IAM wants to see behind a resource that is given by name, though the authorization reference's template leaves it
 * out: the streams of a log group, and the six characters that complete a secret's name. By IAM prefix, then by type.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html
 * @see https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html
 */
export const arnEndings: { readonly [prefix: string]: { readonly [type: string]: string } } = {
  logs: { "log-group": ":*" },
  secretsmanager: { Secret: "-??????" },
};
