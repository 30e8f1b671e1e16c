/**
 * What each package may import of the others, as `docs/architecture.md` says in words. A new package gets its row here. The
 * command line reaches a database only through the project's own declarations, so that a third one changes nothing there.
 */
export const allowedImports: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  asl: ["diagnostics"],
  expressions: ["diagnostics"],
  workflow: ["diagnostics", "expressions"],
  aws: ["diagnostics", "expressions", "workflow"],
  cassandra: ["diagnostics", "expressions", "workflow"],
  cosmos: ["diagnostics", "expressions", "workflow"],
  iam: ["diagnostics"],
  simulator: ["diagnostics", "asl", "workflow", "compiler"],
  compiler: ["diagnostics", "asl", "expressions", "iam", "workflow"],
  bridge: ["workflow"],
  cli: ["diagnostics", "asl", "expressions", "workflow", "iam", "simulator", "compiler", "bridge"],
  // Types of the contract only: its helper calls executors as the bridge does, for the tests of every database.
  testbed: ["workflow"],
};
