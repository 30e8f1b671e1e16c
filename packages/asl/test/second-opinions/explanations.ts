import type { AslDiagnosticName } from "../../src/index.js";
import type { ValidatorName } from "./validators.js";

interface Explanation<What> {
  readonly what: What;
  readonly reason: string;
}

/** By validator: faults that it does not look for, and what it refuses although Step Functions takes it. */
export const explanations: Readonly<
  Record<
    ValidatorName,
    {
      readonly accepts: readonly Explanation<AslDiagnosticName>[];
      readonly refuses: readonly Explanation<RegExp>[];
    }
  >
> = {
  "asl-validator": {
    accepts: [
      { what: "credentials-on-activity", reason: "does not look at Credentials" },
      { what: "definition-too-large", reason: "checks no quota" },
      { what: "duplicate-label", reason: "checks no quota, and no Label" },
      { what: "empty-value", reason: "lets Branches and ErrorEquals be empty" },
      { what: "express-distributed-map", reason: "does not know the type of the machine" },
      { what: "express-integration", reason: "does not know the type of the machine" },
      { what: "heartbeat-not-below-timeout", reason: "does not compare the two" },
      { what: "invalid-label", reason: "checks no quota, and no Label" },
      { what: "invalid-path", reason: "takes some texts for paths that are none" },
      { what: "invalid-payload-path", reason: "knows no arity, types and nesting of intrinsic functions" },
      { what: "invalid-reference-path", reason: "does not ask ResultPath and ReaderConfig for reference paths" },
      { what: "invalid-resource", reason: "looks at the beginning of an ARN only" },
      { what: "invalid-timestamp", reason: "takes lower-case letters, as RFC 3339 allows and AWS does not" },
      { what: "invalid-variable-name", reason: "does not look at variables" },
      { what: "item-batcher", reason: "does not ask a batch for a limit" },
      { what: "item-reader", reason: "does not compare the fields of a reader with its Resource and InputType" },
      { what: "jsonata-states-field", reason: "does not look at $states" },
      { what: "jsonata-top-level-reference", reason: "parses expressions, but does not look for what they read" },
      { what: "map-execution-type", reason: "does not compare Mode and ExecutionType" },
      { what: "missing-arguments", reason: "does not know which arguments an integration needs" },
      { what: "missing-role-arn", reason: "does not look at Credentials" },
      { what: "out-of-range", reason: "knows few upper bounds" },
      {
        what: "query-language-field",
        reason: "does not look at the query language of readers, writers, catchers and rules",
      },
      { what: "reserved-variable-name", reason: "does not look at variables" },
      { what: "result-writer", reason: "does not compare Resource with its arguments" },
      { what: "states-all-not-last", reason: "does not look at where States.ALL stands" },
      { what: "unknown-integration", reason: "takes any ARN of states for an integration" },
      { what: "unreachable-state", reason: "takes a state for reached that only unreachable ones lead to" },
      { what: "unsupported-field", reason: "lets some parts have further fields" },
      { what: "variable-shadowing", reason: "does not look at variables" },
      { what: "wrong-value", reason: "does not know every fixed value of readers, writers and retriers" },
    ],
    refuses: [
      {
        what: /Choices\/\d+\/Condition is invalid. must be string$/,
        reason: "a constant condition is allowed by the States Language",
      },
      { what: /\/End is invalid/, reason: "AWS takes End: false for no End" },
      {
        what: /\/(Output|Type) is invalid|X\/Arguments is invalid/,
        reason:
          "its pattern for expressions wants a space on either side and no line break; a state with such an Output also fails as to its Type",
      },
      {
        what: /^MISSING_TERMINAL_STATE State machine fsm\d+/,
        reason: "AWS takes a branch or a processor that never ends; and it takes a variable called States for a scope",
      },
      {
        what: /QueryLanguage is invalid|ResultWriter is invalid. must have required property 'Resource'/,
        reason: "a ResultWriter of WriterConfig alone is allowed; a Map with one fails as to its QueryLanguage too",
      },
      {
        what: /HeartbeatSecondsPath is invalid. must match format/,
        reason: "the path library of Step Functions takes more forms",
      },
      {
        what: /ReaderConfig\/MaxItems is invalid. must be >= 1/,
        reason: "AWS takes MaxItems 0, which reads everything",
      },
      { what: /ToleratedFailurePercentage is invalid/, reason: "AWS takes a percentage with a fraction" },
      { what: /\/(Seconds|Resource) is invalid/, reason: "does not let a placeholder stand for the value" },
    ],
  },
  "amazon-states-language-service": {
    accepts: [
      { what: "constant-required", reason: "takes expressions for numbers in either language" },
      { what: "credentials-on-activity", reason: "does not look at Credentials" },
      { what: "definition-too-large", reason: "checks no quota" },
      { what: "duplicate-label", reason: "checks no quota, and no Label" },
      { what: "duplicate-state-name", reason: "compares names within one scope" },
      { what: "exclusive-fields", reason: "lets some pairs of fields stand together, and a Wait have none" },
      { what: "express-distributed-map", reason: "does not know the type of the machine" },
      { what: "express-integration", reason: "does not know the type of the machine" },
      { what: "heartbeat-not-below-timeout", reason: "does not compare the two" },
      { what: "invalid-label", reason: "checks no quota, and no Label" },
      { what: "invalid-path", reason: "does not parse paths" },
      { what: "invalid-payload-path", reason: "looks at the first characters of a path, and does not parse calls" },
      { what: "invalid-reference-path", reason: "does not parse paths" },
      { what: "invalid-resource", reason: "takes any text for a Resource" },
      { what: "invalid-timestamp", reason: "takes any text for a timestamp" },
      { what: "invalid-variable-name", reason: "does not look at names of variables" },
      { what: "item-batcher", reason: "does not ask a batch for a limit" },
      { what: "item-reader", reason: "does not compare the fields of a reader with its Resource and InputType" },
      { what: "jsonata-delimiters", reason: "takes text for an expression that is not delimited as one" },
      { what: "jsonata-states-field", reason: "does not parse JSONata" },
      { what: "jsonata-syntax", reason: "does not parse JSONata" },
      { what: "jsonata-top-level-reference", reason: "does not parse JSONata" },
      { what: "map-execution-type", reason: "does not compare Mode and ExecutionType" },
      { what: "missing-arguments", reason: "does not know which arguments an integration needs" },
      { what: "missing-field", reason: "does not ask a reader for its Resource" },
      { what: "missing-role-arn", reason: "does not look at Credentials" },
      { what: "out-of-range", reason: "knows few upper bounds" },
      { what: "query-language-downgrade", reason: "lets a state of a JSONata machine be JSONPath" },
      { what: "query-language-field", reason: "by default says nothing about fields of the other query language" },
      { what: "reserved-variable-name", reason: "does not look at names of variables" },
      { what: "result-writer", reason: "does not compare Resource with its arguments" },
      { what: "state-name-too-long", reason: "checks no quota" },
      { what: "states-all-not-last", reason: "looks for States.ALL in the last entry only" },
      { what: "unknown-integration", reason: "takes any text for a Resource" },
      { what: "unreachable-state", reason: "takes a state for reached that only unreachable ones lead to" },
      {
        what: "unsupported-field",
        reason: "takes QueryLanguage in branches and processors, and further fields of some parts",
      },
      { what: "variable-shadowing", reason: "does not look at scopes of variables" },
    ],
    refuses: [
      { what: /^String is shorter than the minimum length/, reason: "AWS takes an empty Comment" },
      { what: /^Matches multiple schemas/, reason: "AWS takes End: false for no End" },
      {
        what: /one of (object|integer), JSONata expression/,
        reason:
          "does not let a placeholder stand for the value, a percentage have a fraction, or Arguments be an array",
      },
      { what: /"CSV", "JSON", "JSONL", "MANIFEST"/, reason: "its schema is older than PARQUET" },
      { what: /^No terminal state/, reason: "AWS takes a branch or a processor that never ends" },
    ],
  },
};
