/**
 * Operations that one action of another name authorises, on the resources that their arguments name: by IAM prefix and
 * operation, both in lower case.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/billing-permissions-ref.html
 */
export const renamedActions: { readonly [operation: string]: string } = {
  ...rename("s3", {
    GetAccelerateConfiguration: ["getBucketAccelerateConfiguration"],
    PutAccelerateConfiguration: ["putBucketAccelerateConfiguration"],
    GetAnalyticsConfiguration: ["getBucketAnalyticsConfiguration", "listBucketAnalyticsConfigurations"],
    PutAnalyticsConfiguration: ["putBucketAnalyticsConfiguration", "deleteBucketAnalyticsConfiguration"],
    PutBucketCORS: ["deleteBucketCors"],
    GetEncryptionConfiguration: ["getBucketEncryption"],
    PutEncryptionConfiguration: ["putBucketEncryption", "deleteBucketEncryption"],
    GetIntelligentTieringConfiguration: [
      "getBucketIntelligentTieringConfiguration",
      "listBucketIntelligentTieringConfigurations",
    ],
    PutIntelligentTieringConfiguration: [
      "putBucketIntelligentTieringConfiguration",
      "deleteBucketIntelligentTieringConfiguration",
    ],
    GetInventoryConfiguration: ["getBucketInventoryConfiguration", "listBucketInventoryConfigurations"],
    PutInventoryConfiguration: ["putBucketInventoryConfiguration", "deleteBucketInventoryConfiguration"],
    GetLifecycleConfiguration: ["getBucketLifecycle", "getBucketLifecycleConfiguration"],
    PutLifecycleConfiguration: ["putBucketLifecycle", "putBucketLifecycleConfiguration", "deleteBucketLifecycle"],
    GetMetricsConfiguration: ["getBucketMetricsConfiguration", "listBucketMetricsConfigurations"],
    PutMetricsConfiguration: ["putBucketMetricsConfiguration", "deleteBucketMetricsConfiguration"],
    GetBucketNotification: ["getBucketNotificationConfiguration"],
    PutBucketNotification: ["putBucketNotificationConfiguration"],
    GetBucketObjectLockConfiguration: ["getObjectLockConfiguration"],
    PutBucketObjectLockConfiguration: ["putObjectLockConfiguration"],
    PutBucketOwnershipControls: ["deleteBucketOwnershipControls"],
    GetBucketPublicAccessBlock: ["getPublicAccessBlock"],
    PutBucketPublicAccessBlock: ["putPublicAccessBlock", "deletePublicAccessBlock"],
    GetReplicationConfiguration: ["getBucketReplication"],
    PutReplicationConfiguration: ["putBucketReplication", "deleteBucketReplication"],
    PutBucketTagging: ["deleteBucketTagging"],
  }),
  ...rename("budgets", {
    ModifyBudget: [
      "createBudget",
      "createNotification",
      "createSubscriber",
      "deleteBudget",
      "deleteNotification",
      "deleteSubscriber",
      "updateBudget",
      "updateNotification",
      "updateSubscriber",
    ],
    ViewBudget: [
      "describeBudget",
      "describeBudgetPerformanceHistory",
      "describeBudgets",
      "describeNotificationsForBudget",
      "describeSubscribersForNotification",
    ],
  }),
};

function rename(
  prefix: string,
  operations: { readonly [action: string]: readonly string[] },
): { readonly [operation: string]: string } {
  return Object.fromEntries(
    Object.entries(operations).flatMap(([action, names]) =>
      names.map((name) => [`${prefix}:${name.toLowerCase()}`, action]),
    ),
  );
}
