/** An attribute of an SNS or SQS message. Numbers travel as text. */
export type MessageAttribute =
  | { readonly DataType: "String" | "Number" | `${"String" | "Number"}.${string}`; readonly StringValue: string }
  | { readonly DataType: "Binary" | `Binary.${string}`; readonly BinaryValue: string };
