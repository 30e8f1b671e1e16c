import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

export const simulatorDiagnostics = defineDiagnostics("simulator", {
  "invalid-definition": {
    severity: "error",
    message: (d: { problem: string }) => `The definition cannot be run: ${d.problem}`,
  },
  "unresolved-task": {
    severity: "error",
    message: (d: { state: string; resource: string; remedies: string }) =>
      `State "${d.state}" runs ${d.resource}, and nothing here stands for it.`,
    help: (d) => d.remedies,
  },
  "unknown-mock-state": {
    severity: "error",
    message: (d: { state: string; known: readonly string[] }) =>
      `There is a mock for "${d.state}", but no Task state has that name.${didYouMean(d.state, d.known)}`,
  },
  "no-project": {
    severity: "error",
    message: (d: { folder: string }) => `There is no treadle.config.ts at ${d.folder} or above it.`,
    help: () => 'A workflow is compiled from its project: give "project", or run its artifact instead.',
  },
  "unknown-workflow": {
    severity: "error",
    message: (d: { workflow: string; known: readonly string[] }) =>
      `The project exports no workflow "${d.workflow}".${didYouMean(d.workflow, d.known)}`,
    help: () => "Only exported workflows of the configured files become state machines.",
  },
  "not-redrivable": {
    severity: "error",
    message: (d: { status: string }) => `An execution that is ${d.status} cannot be redriven.`,
    help: () => "Step Functions redrives Standard executions that failed, timed out or were aborted.",
  },
  "too-many-transitions": {
    severity: "error",
    message: (d: { limit: number; state: string }) =>
      `The execution entered ${d.limit} states without an end; the last was "${d.state}".`,
    help: () => 'A loop may have no way out. "maxTransitions" raises the limit.',
  },
  "unsupported-feature": {
    severity: "error",
    message: (d: { state: string; feature: string }) => `State "${d.state}" uses ${d.feature}, which is not simulated.`,
  },
});
