import { createRequire } from "node:module";
import { dirname } from "node:path";
import type { CompiledProject, CompiledWorkflow } from "@treadle/compiler";
import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import { simulatorDiagnostics } from "../diagnostics.js";

/** A workflow's artifacts, or why there are none. */
export type WorkflowBuild = { readonly workflow: CompiledWorkflow } | { readonly diagnostics: readonly Diagnostic[] };

const require = createRequire(import.meta.url);

/** A project is compiled once for all runs of one process: a test runner starts a new one where files have changed. */
const projects = new Map<string, Promise<CompiledProject>>();

/**
 * Compiles the project of a configuration file, and takes one of its workflows. A test runner's own loader never sees the
 * compiler's module hook, so what counts is the file, not the value that the test has imported.
 */
export async function compileWorkflow(name: string, config: string): Promise<WorkflowBuild> {
  let project = projects.get(config);
  if (project === undefined) {
    project = compileProject(config);
    projects.set(config, project);
  }
  const { diagnostics, workflows } = await project;
  if (hasErrors(diagnostics)) return { diagnostics };
  const workflow = workflows.find((each) => each.name === name);
  if (workflow) return { workflow };
  const known = workflows.map((each) => each.name);
  return { diagnostics: [simulatorDiagnostics["unknown-workflow"]({ workflow: name, known })] };
}

async function compileProject(config: string): Promise<CompiledProject> {
  // Loaded on demand, since only runs of workflow values need it, and it is large; by `require`, since a test runner that loads
  // this module itself would put its own loader in the place of `import()`, and the compiler's hook works in Node's only.
  const { Compiler, importTypeScript } = require("@treadle/compiler") as typeof import("@treadle/compiler");
  const settings = ((await importTypeScript(config)).default ?? {}) as {
    readonly workflows?: readonly string[];
    readonly sources?: readonly string[];
  };
  const { sources = ["data/**/*.ts"], workflows = ["workflows/**/*.ts"] } = settings;
  return new Compiler({ root: dirname(config), workflows, sources }).compile();
}
