import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

interface InState {
  readonly state: string;
}

export const iamDiagnostics = defineDiagnostics("iam", {
  "unknown-integration": {
    severity: "error",
    message: (d: InState & { resource: string; known: readonly string[] }) => {
      const service = /:::([A-Za-z0-9-]+)/.exec(d.resource)?.[1] ?? d.resource;
      return `State "${d.state}" calls "${d.resource}", an integration whose rights are not known.${didYouMean(service, d.known)}`;
    },
    help: (d) => accessHint(d.state),
  },
  "unresolved-resource": {
    severity: "error",
    message: (d: InState & { resource: string }) =>
      `State "${d.state}" calls "${d.resource}", and what deployment puts there is not known.`,
    help: (d) =>
      `Give the placeholder's value in "substitutions" or its kind in "placeholders", or ${accessHint(d.state, "declare")}`,
  },
  "unknown-action": {
    severity: "error",
    message: (d: InState & { action: string; service: string; known: readonly string[] }) =>
      `State "${d.state}" calls "${d.action}", which is no action of ${d.service}.${didYouMean(d.action, d.known)}`,
    help: (d) => accessHint(d.state),
  },
  "unsupported-pattern": {
    severity: "error",
    message: (d: InState & { integration: string; pattern: string; by: string }) =>
      `State "${d.state}" calls "${d.integration}" with ".${d.pattern}", which ${d.by} does not offer.`,
    help: (d) => accessHint(d.state),
  },
  "missing-argument": {
    severity: "error",
    message: (d: InState & { integration: string; argument: string }) =>
      `State "${d.state}" calls "${d.integration}" without ${d.argument}, so what it may touch is not known.`,
    help: (d) => argumentHint(d.state, d.argument),
  },
  "invalid-arn": {
    severity: "error",
    message: (d: InState & { argument: string; value: string }) =>
      `State "${d.state}" gives "${d.value}" as ${d.argument}, which must be an ARN.`,
    help: (d) => accessHint(d.state),
  },
  "dynamic-resource": {
    severity: "error",
    message: (d: InState & { argument: string }) =>
      `State "${d.state}" computes ${d.argument} when it runs, so what it may touch is not bounded.`,
    help: (d) => argumentHint(d.state, d.argument),
  },
  "widened-resource": {
    severity: "warning",
    message: (d: InState & { argument: string }) =>
      `What state "${d.state}" touches by ${d.argument} is known only when it runs; its policy allows every value.`,
    help: (d) => argumentHint(d.state, d.argument),
  },
  "undeclared-access": {
    severity: "error",
    message: (d: InState & { need: string; argument: string }) =>
      `State "${d.state}" needs ${d.need}, which its arguments do not name.`,
    help: (d) => argumentHint(d.state, d.argument),
  },
  "unknown-hint": {
    severity: "error",
    message: (d: InState & { known: readonly string[] }) =>
      `A hint is given for state "${d.state}", which does not exist.${didYouMean(d.state, d.known)}`,
  },
  "pattern-among-values": {
    severity: "error",
    message: (d: InState & { argument: string; value: string }) =>
      `The hint for ${d.argument} of state "${d.state}" has "${d.value}" among its values, which is a pattern.`,
    help: (d) => `Name each value, or declare the pattern: { within: "${d.value}" }.`,
  },
  "policy-too-large": {
    severity: "error",
    message: (d: { role: string; documents: number; limit: number }) =>
      `The policy of ${d.role} needs ${d.documents} managed policies; a role has at most ${d.limit}.`,
    help: () => "Split the workflow, or give its steps roles of their own by Credentials.",
  },
});

function argumentHint(state: string, argument: string): string {
  return `Declare the values it may take: hints.states["${state}"].arguments["${argument}"] = { oneOf: ["…"] } or { within: "…*" }.`;
}

function accessHint(state: string, verb = "Declare"): string {
  return `${verb} what the state needs: hints.states["${state}"].access = [{ actions, resources, reason }].`;
}
