/** What a placeholder stands for; deployment and IAM type-check the substitution by it. */
export type PlaceholderKind =
  | "partition"
  | "region"
  | "account-id"
  | "lambda-function-arn"
  | "secret-arn"
  | "kms-key-arn"
  | "role-arn"
  | "state-machine-arn"
  | "topic-arn"
  | "queue-url"
  | "queue-arn"
  | "activity-arn"
  | "log-group-arn"
  | "table-name"
  | "bucket-name"
  | "resource-arn"
  | "name"
  | "text";

export interface Placeholder {
  readonly name: string;
  readonly kind: PlaceholderKind;
}
