import { join } from "node:path";
import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import type { PolicyHints } from "@treadle/iam";
import type { CheckedSource, DataSource, TextFile } from "@treadle/workflow/data-source";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import { checkWorkflowNames } from "./check/check-names.js";
import { type CheckedSources, checkSources } from "./check/check-sources.js";
import { checkWorkflowOptions } from "./check/check-workflow-options.js";
import { compilerDiagnostics } from "./diagnostics.js";
import { type LoadedProject, loadProject } from "./discover/load-project.js";
import { emitBridgeRole } from "./emit/emit-bridge-role.js";
import { type CompiledWorkflow, emitWorkflow } from "./emit/emit-workflow.js";
import { compareFiles } from "./emit/write-files.js";
import { type LoweredWorkflow, lowerWorkflow } from "./lower/lower-workflow.js";
import { SourceProject } from "./project/project.js";
import { findTypeErrors } from "./project/type-errors.js";

export interface CompilerOptions {
  /** The project's folder; every path in diagnostics and artifacts is relative to it. */
  readonly root: string;
  /** Globs of the modules that export workflows. */
  readonly workflows: readonly string[];
  /** Globs of the modules that declare data sources. */
  readonly sources: readonly string[];
  /** What policies need and definitions do not tell, by workflow. */
  readonly policyHints?: { readonly [workflow: string]: PolicyHints };
}

export interface CompiledProject {
  readonly diagnostics: readonly Diagnostic[];
  /** Empty where there are errors. */
  readonly workflows: readonly CompiledWorkflow[];
  readonly sources: ReadonlyMap<DataSource, CheckedSource>;
  /** Committed files, by name in the artifact folder, sorted. Empty where there are errors. */
  readonly artifacts: readonly TextFile[];
  /** Generated types, by path in the project; complete also where statements are wrong. */
  readonly generated: readonly TextFile[];
  /** The generated files that differ from what is on disk. */
  readonly staleGenerated: readonly Diagnostic[];
  /** State to file, line and column of each workflow, for the cache folder; not committed. */
  readonly sourceMaps: readonly TextFile[];
}

/** Compiles a project; kept between compilations, so that a watcher pays only for what has changed. */
export class Compiler {
  readonly #options: CompilerOptions;
  #project: SourceProject | undefined;

  constructor(options: CompilerOptions) {
    this.#options = options;
  }

  /** Forgets what it knew of files; false where none of them matters. Paths are relative to the root. */
  refresh(files: readonly string[]): boolean {
    // Compiler options are read once, so a project with other options is another one.
    if (files.some((file) => /(?:^|\/)tsconfig[^/]*\.json$/.test(file))) {
      this.#project = undefined;
      return true;
    }
    return this.#project?.refresh(files, [...this.#options.workflows, ...this.#options.sources]) ?? true;
  }

  async compile(): Promise<CompiledProject> {
    const { root, workflows, sources } = this.#options;
    const patterns = [...workflows, ...sources];
    this.#project ??= new SourceProject(root, patterns);
    const project = this.#project;
    const files = project.find(patterns);
    if (project.find(workflows).length === 0)
      return failed([compilerDiagnostics["no-workflows"]({ patterns: workflows })]);

    if (!project.isStrict) return failed([compilerDiagnostics["types-not-strict"]({})]);

    let loaded = await loadProject(project, files);
    let checked = await checkSources(project, loaded);
    // The generated types are what the workflows' lambdas are lowered by: where they were stale, all is done again.
    const generated = () => [...checked.bySource.values()].flatMap((source) => source.generated);
    if (project.overlay(generated())) {
      loaded = await loadProject(project, files);
      checked = await checkSources(project, loaded);
    }
    const staleGenerated = compareFiles(root, generated());
    const wrongTypes = typeErrors(project, loaded, checked);
    const diagnostics = [
      ...checked.diagnostics,
      ...wrongTypes,
      ...withoutConsequences(loaded.diagnostics, wrongTypes, checked.diagnostics),
      ...checkWorkflowNames(loaded.workflows),
      ...checkWorkflowOptions(loaded.workflows),
    ];
    const found = { generated: generated(), staleGenerated, sources: checked.bySource };
    if (loaded.workflows.length === 0 && !hasErrors(diagnostics)) {
      diagnostics.push(compilerDiagnostics["nothing-exported"]({ files: project.find(workflows) }));
    }
    const lowered = lowerWorkflows(loaded, checked, wrongTypes);
    diagnostics.push(...lowered.flatMap(({ lowering }) => lowering.diagnostics));
    if (hasErrors(diagnostics)) return { ...failed(diagnostics), ...found };
    const hints = this.#options.policyHints ?? {};
    diagnostics.push(...unknownHints(hints, lowered));
    const compiled = lowered.map((each) =>
      emitWorkflow(each, Object.hasOwn(hints, each.workflow.name) ? hints[each.workflow.name] : undefined),
    );
    diagnostics.push(...compiled.flatMap((workflow) => workflow.diagnostics));
    if (hasErrors(diagnostics)) return { ...failed(diagnostics), ...found };

    const roles = [...checked.bySource].map(([source, { bridgeAccess }]) => emitBridgeRole(source, bridgeAccess));
    const artifacts = [
      ...compiled.flatMap((workflow) => workflow.artifacts),
      ...[...checked.bySource.values()].flatMap((source) => source.artifacts),
      ...roles,
    ].sort((a, b) => (a.file < b.file ? -1 : 1));
    const sourceMaps = compiled.map(({ name, sourceMap }) => ({
      file: join(".treadle", `${name}.map.json`),
      text: sourceMap,
    }));
    return { ...found, diagnostics, workflows: compiled, artifacts, sourceMaps };
  }
}

function unknownHints(hints: object, lowered: readonly LoweredWorkflow[]): Diagnostic[] {
  const known = lowered.map(({ workflow }) => workflow.name);
  return Object.keys(hints)
    .filter((name) => !known.includes(name))
    .map((name) => compilerDiagnostics["unknown-hinted-workflow"]({ name, known }));
}

/** Workflows with type errors are left out: what their calls were given may be anything. */
function lowerWorkflows(
  loaded: LoadedProject,
  checked: CheckedSources,
  wrongTypes: readonly Diagnostic[],
): LoweredWorkflow[] {
  const wrongFiles = new Set(wrongTypes.map(({ location }) => location?.file));
  const input = {
    lowered: loaded.lowered,
    statement: (source: DataSource, name: string) => checked.bySource.get(source)?.statements.get(name),
  };
  const byName = (a: WorkflowDefinition, b: WorkflowDefinition) => (a.name < b.name ? -1 : 1);
  const rightWorkflows = loaded.workflows.filter(({ location }) => !wrongFiles.has(location?.file));
  return rightWorkflows.sort(byName).map((workflow) => lowerWorkflow(workflow, input));
}

/**
 * TypeScript's errors, without those that only repeat, as a type, what a data source's checker has said: of the same call, or
 * of a text that the call takes from a constant.
 */
function typeErrors(project: SourceProject, loaded: LoadedProject, checked: CheckedSources): Diagnostic[] {
  const wrong = checked.diagnostics.filter(({ severity }) => severity === "error");
  const reported = wrong.flatMap(({ location }) => {
    const span = location && loaded.callAround(location);
    return span ? [span] : [];
  });
  const said = wrong.map(({ code, message }) => JSON.stringify(`${code}: ${message}`).slice(1, -1));
  return findTypeErrors(project)
    .filter(
      ({ file, start }) => !reported.some((span) => span.file === file && span.start <= start && start < span.end),
    )
    .filter(({ diagnostic: { message } }) => !said.some((text) => message.includes(text)))
    .map(({ diagnostic }) => diagnostic);
}

/**
 * Lambdas can only be lowered by their types: in a file with type errors these alone are reported, and while a statement is
 * wrong, what reads its result has no type, which is not the lambda's fault.
 */
function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  wrongTypes: readonly Diagnostic[],
  wrongStatements: readonly Diagnostic[],
): Diagnostic[] {
  const files = new Set(wrongTypes.map(({ location }) => location?.file));
  const statementsAreWrong = hasErrors(wrongStatements);
  return diagnostics.filter(({ code, location }) => {
    if (code === "expressions/untyped-value" && statementsAreWrong) return false;
    return code === "compiler/module-failed" || !files.has(location?.file);
  });
}

function failed(diagnostics: readonly Diagnostic[]): CompiledProject {
  return {
    diagnostics,
    workflows: [],
    sources: new Map(),
    artifacts: [],
    generated: [],
    staleGenerated: [],
    sourceMaps: [],
  };
}
