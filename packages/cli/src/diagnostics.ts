import { defineDiagnostics, didYouMean } from "@treadle/diagnostics";

export const cliDiagnostics = defineDiagnostics("cli", {
  "no-config": {
    severity: "error",
    message: (d: { file: string; folder: string }) => `There is no ${d.file} in ${d.folder} or above it.`,
    help: () => 'Create one: `import { defineConfig } from "@treadle/cli"; export default defineConfig({});`',
  },
  "config-failed": {
    severity: "error",
    message: (d: { file: string; error: string }) => `Loading ${d.file} failed: ${d.error}`,
  },
  "unknown-workflow": {
    severity: "error",
    message: (d: { name: string; known: readonly string[] }) =>
      `There is no workflow "${d.name}".${didYouMean(d.name, d.known)} This project has: ${d.known.join(", ") || "none"}.`,
  },
  "unknown-profile": {
    severity: "error",
    message: (d: { name: string; known: readonly string[] }) =>
      `There is no profile "${d.name}" in treadle.config.ts.${didYouMean(d.name, d.known)}`,
    help: (d) =>
      d.known.length > 0
        ? `Known profiles: ${d.known.join(", ")}.`
        : "Add one under `profiles`: it says how to reach each data source and gives the local functions.",
  },
  "profile-failed": {
    severity: "error",
    message: (d: { name: string; error: string }) => `Profile "${d.name}" could not be started: ${d.error}`,
  },
  "input-not-readable": {
    severity: "error",
    message: (d: { file: string; error: string }) => `Cannot read the input ${d.file}: ${d.error}`,
    help: () => "Give a file that holds one JSON value.",
  },
  "file-not-readable": {
    severity: "error",
    message: (d: { file: string; error: string }) => `Cannot read ${d.file}: ${d.error}.`,
    help: () => "Give a file that holds one JSON object.",
  },
  "unknown-hint-key": {
    severity: "error",
    message: (d: { file: string; key: string; known: readonly string[] }) =>
      `${d.file} has the key "${d.key}", which says nothing about policies.${didYouMean(d.key, d.known)}`,
    help: (d) => `A hints file may have: ${d.known.join(", ")}.`,
  },
  "missing-connection": {
    severity: "error",
    message: (d: { source: string; profile: string }) =>
      `The workflow uses the data source "${d.source}", and profile "${d.profile}" does not say how to reach it.`,
    help: (d) => `Add \`sources: { ${d.source}: { … } }\` to the profile.`,
  },
  "unknown-source": {
    severity: "error",
    message: (d: { name: string; known: readonly string[] }) =>
      `There is no data source "${d.name}" with a schema file.${didYouMean(d.name, d.known)}`,
    help: (d) => `This project has: ${d.known.join(", ") || "none"}.`,
  },
  "schema-file-exists": {
    severity: "error",
    message: (d: { file: string }) => `${d.file} is there already.`,
    help: () => "Give --force to replace it.",
  },
  "missing-function": {
    severity: "error",
    message: (d: { placeholder: string; profile: string }) =>
      `The workflow calls the function \${${d.placeholder}}, and profile "${d.profile}" has no local function for it.`,
    help: (d) => `Add \`functions: { ${d.placeholder}: handler }\` to the profile.`,
  },
});
