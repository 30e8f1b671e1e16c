/** Every suite by name, which is also the name of its module, in the order in which they run. */
export const suiteNames = [
  "validation",
  "definitions",
  "execution",
  "expressions",
  "teststate",
  "variables",
  "cql",
  "cosmos",
  "iam",
] as const;

export type SuiteName = (typeof suiteNames)[number];
