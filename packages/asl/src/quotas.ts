/**
 * Limits of Step Functions that a definition can be checked against.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const quotas = {
  /** Length of a definition in characters, as the API counts it. */
  definitionCharacters: 1_048_576,
  /** Characters in the name of a state, a variable, a machine, an execution or an activity. */
  nameCharacters: 80,
  labelCharacters: 40,
  /** UTF-8 bytes of a state's input, output, result, or of all values of one `Assign`. */
  payloadBytes: 262_144,
  /** UTF-8 bytes of the variables that an execution holds at a time. */
  executionVariableBytes: 10 * 1024 * 1024,
  historyEvents: 25_000,
  /** Longest run of an Express execution. */
  expressSeconds: 300,
  /** Largest value of a field that holds seconds, but for the two below. */
  seconds: 99_999_999,
  maxDelaySeconds: 31_622_400,
  retryAttempts: 99_999_999,
  inlineMapConcurrency: 40,
  distributedMapConcurrency: 10_000,
  readerItems: 100_000_000,
  batchInputBytes: 262_144,
  httpTaskSeconds: 60,
  /** Longest run of a task of Bedrock AgentCore's harness. */
  harnessTaskSeconds: 900,
  /** Nesting of a JSONata expression, as measured on the service. */
  jsonataDepth: 100,
  intrinsicNesting: 10,
} as const;
