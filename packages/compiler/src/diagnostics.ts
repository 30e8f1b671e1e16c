import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

export const compilerDiagnostics = defineDiagnostics("compiler", {
  "no-workflows": {
    severity: "error",
    message: (d: { patterns: readonly string[] }) => `No file matches ${d.patterns.map((p) => `"${p}"`).join(", ")}.`,
    help: () => "Set `workflows` in treadle.config.ts to the files that export workflows.",
  },
  "types-not-strict": {
    severity: "error",
    message: () => "The project is not compiled with `strict`, so types do not tell what may be null or undefined.",
    help: () => 'Set `"strict": true` in tsconfig.json.',
  },
  "type-error": {
    severity: "error",
    message: (d: { code: number; text: string }) => `${d.text} (TS${d.code})`,
  },
  "module-failed": {
    severity: "error",
    message: (d: { file: string; error: string }) => `Loading ${d.file} failed: ${d.error}`,
    help: () => "Workflow modules are run to build the workflow; they must load without side effects that can fail.",
  },
  "misused-call": {
    severity: "error",
    message: (d: { fault: string }) => d.fault,
  },
  "unfinished-workflow": {
    severity: "error",
    message: (d: { name: string }) => `Workflow "${d.name}" is exported without an end.`,
    help: () => "End it with .return, .fail or .succeed.",
  },
  "nothing-exported": {
    severity: "error",
    message: (d: { files: readonly string[] }) =>
      `No workflow is exported by ${d.files.length === 1 ? d.files[0] : `any of the ${d.files.length} modules`}.`,
    help: () => "Export the workflows: `export const fulfilOrder = workflow(…)…`.",
  },
  "names-too-alike": {
    severity: "error",
    message: (d: { one: string; other: string; placeholder: string }) =>
      `"${d.one}" and "${d.other}" would both be deployed by the placeholder \${${d.placeholder}}.`,
    help: () => "Placeholders hold letters and digits only: let the names differ in more than punctuation.",
  },
  "duplicate-workflow": {
    severity: "error",
    message: (d: { name: string }) => `Two workflows are named "${d.name}".`,
    help: () => "The name is the state machine's and that of the artifacts: give one of them another.",
  },
  "duplicate-source": {
    severity: "error",
    message: (d: { name: string }) => `Two data sources are named "${d.name}".`,
    help: () => "The name is that of the artifacts and of the bridge function: give one of them another.",
  },
  "unknown-hinted-workflow": {
    severity: "error",
    message: (d: { name: string; known: readonly string[] }) =>
      `The configuration has policy hints for workflow "${d.name}", which does not exist.${didYouMean(d.name, d.known)}`,
  },
  "invalid-workflow-name": {
    severity: "error",
    message: (d: { name: string }) => `"${d.name}" cannot be the name of a state machine.`,
    help: () => "Use letters, digits, `-` and `_`, 1 to 80 characters.",
  },
  "invalid-workflow-option": {
    severity: "error",
    message: (d: { name: string; fault: string }) => `Workflow "${d.name}" cannot be deployed as it is: ${d.fault}.`,
  },
  "invalid-step-name": {
    severity: "error",
    message: (d: { name: string }) => `"${d.name}" cannot be the name of a step.`,
    help: () => "Step names are identifiers: a letter or `_`, then letters, digits or `_`.",
  },
  "duplicate-state": {
    severity: "error",
    message: (d: { state: string }) => `Two steps would both become the state "${d.state}".`,
    help: () =>
      "State names are unique in a workflow: branches of one choice, and handlers of one task, share its path.",
  },
  "unknown-scope-name": {
    severity: "error",
    message: (d: { name: string; known: readonly string[] }) =>
      `Nothing named "${d.name}" is in scope here.${didYouMean(d.name, d.known)}`,
  },
  "unreachable-step": {
    severity: "error",
    message: (d: { step: string }) => `"${d.step}" can never run: every way to it ends before.`,
    help: () => "Remove the step, or let a branch before it return a value.",
  },
  "lambda-not-compiled": {
    severity: "error",
    message: (d: { step: string }) => `The lambda of "${d.step}" was not written where the compiler can read it.`,
    help: () => "Write the lambda in the call itself, in a source file of this project.",
  },
  "capture-not-json": {
    severity: "error",
    message: (d: { name: string; found: string }) =>
      `"${d.name}" is ${d.found}, which cannot become a constant of the definition.`,
    help: () =>
      "An expression may use constants of the module that are JSON: text, finite numbers, booleans, null, arrays, plain objects.",
  },
  "raw-state-field": {
    severity: "error",
    message: (d: { step: string; field: string; reason: string }) =>
      `The raw state "${d.step}" cannot have the field ${d.field} as it is: ${d.reason}.`,
  },
  "raw-expression": {
    severity: "error",
    message: (d: { step: string; field: string; fault: string }) =>
      `The text at ${d.field} of the raw state "${d.step}" cannot be evaluated: ${d.fault}.`,
  },
  "raw-outer-value": {
    severity: "error",
    message: (d: { step: string; name: string; reason: string }) =>
      `The states inside the raw state "${d.step}" cannot read "${d.name}": ${d.reason}.`,
    help: () => "Hand it to them by ItemSelector or Arguments of the raw state.",
  },
  "express-not-awaited": {
    severity: "error",
    message: (d: { step: string; workflow: string }) =>
      `"${d.step}" waits for "${d.workflow}", which is an EXPRESS workflow: Step Functions cannot wait for its end.`,
    help: () => "Start it with `wait: false`, inline it with .use, or make it a STANDARD workflow.",
  },
  "outcome-unknown-uncaught": {
    severity: "error",
    message: (d: { step: string; statement: string; error: string }) =>
      `"${d.step}" runs "${d.statement}", which is not idempotent: nothing catches ${d.error}.`,
    help: (d) => `Add a catch for "${d.error}" to this step: after it, the write may or may not have been applied.`,
  },
  "statement-arguments": {
    severity: "error",
    message: (d: { step: string; statement: string; problem: string }) =>
      `"${d.step}" runs "${d.statement}", which ${d.problem}`,
  },
  "stale-artifact": {
    severity: "error",
    message: (d: { file: string }) => `${d.file} is not what the sources compile to.`,
    help: () => "Run `treadle build` and commit the result.",
  },
  "missing-artifact": {
    severity: "error",
    message: (d: { file: string }) => `${d.file} is missing.`,
    help: () => "Run `treadle build` and commit the result.",
  },
  "leftover-artifact": {
    severity: "error",
    message: (d: { file: string }) => `${d.file} belongs to no workflow and no data source.`,
    help: () => "Run `treadle build`, which removes it, or move it out of the artifact folder.",
  },
  "artifact-not-writable": {
    severity: "error",
    message: (d: { file: string; error: string }) => `Cannot write ${d.file}: ${d.error}`,
    help: () => "Nothing was changed. Check the folder's permissions and the free space.",
  },
});
