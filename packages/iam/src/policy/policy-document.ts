/** An IAM policy document in the form AWS stores it. */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  /** Letters and digits only. */
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Conditions;
}

export interface TrustPolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly TrustPolicyStatement[];
}

export interface TrustPolicyStatement {
  readonly Effect: "Allow";
  readonly Principal: { readonly Service: string } | { readonly AWS: string };
  readonly Action: "sts:AssumeRole";
  readonly Condition?: Conditions;
}

/** Operator → condition key → value or values. */
export interface Conditions {
  readonly [operator: string]: { readonly [key: string]: string | readonly string[] };
}
