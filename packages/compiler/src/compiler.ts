import { join } from "node:path";
import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import type { CheckedSource, DataSource, TextFile } from "@treadle/workflow/data-source";
import type { WorkflowDefinition } from "@treadle/workflow/nodes";
import { checkWorkflowNames } from "./check/check-names.js";
import { type CheckedSources, SourceChecker } from "./check/check-sources.js";
import { checkWorkflowOptions } from "./check/check-workflow-options.js";
import type { CompilerOptions } from "./compiler-options.js";
import { compilerDiagnostics } from "./diagnostics.js";
import { loadedFiles } from "./discover/module-hook.js";
import { type AnalyzedProject, type LoadedModules, ProjectLoader } from "./discover/project-loader.js";
import { emitBridgeRole } from "./emit/emit-bridge-role.js";
import type { CompiledWorkflow } from "./emit/emit-workflow.js";
import { WorkflowCompiler } from "./emit/workflow-compiler.js";
import { compareFiles } from "./emit/write-files.js";
import { type BuildInputs, settingOf } from "./inputs/build-inputs.js";
import { Observations } from "./inputs/observations.js";
import type { LoweredWorkflow } from "./lower/lower-workflow.js";
import { SourceProject } from "./project/project.js";

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
  /** State to file, line and column by workflow, in one file of the cache folder; not committed. Empty where there are errors. */
  readonly sourceMaps: readonly TextFile[];
}

/** What was found of a project's data sources before anything else: their types are what workflows are checked with. */
export interface CheckedStatements {
  /** Generated types, by path in the project; complete also where statements are wrong. */
  readonly generated: readonly TextFile[];
}

/** Compiles a project; kept between compilations, so that a watcher pays only for what has changed. */
export class Compiler {
  readonly #options: CompilerOptions;
  readonly #sources = new SourceChecker();
  readonly #workflows: WorkflowCompiler;
  /** The modules that the globs matched when it was compiled last. */
  #entries: readonly string[] = [];
  #project: { readonly project: SourceProject; readonly loader: ProjectLoader } | undefined;

  constructor(options: CompilerOptions) {
    this.#options = options;
    this.#workflows = new WorkflowCompiler(options.policyHints ?? {});
  }

  /** Forgets what it knew of files; false where none of them matters. Paths are relative to the root. */
  refresh(files: readonly string[]): boolean {
    if (this.#project === undefined) return true;
    const { project, loader } = this.#project;
    if (project.hasOtherOptions(files)) {
      this.#project = undefined;
      return true;
    }
    const isChanged = project.refresh(files);
    return loader.refresh(files) || isChanged;
  }

  /** Checks the statements of the modules that declare data sources. Workflows are not looked at, so that it is quick. */
  async checkStatements(): Promise<CheckedStatements> {
    const { project, loader } = this.#open();
    if (!project.isStrict) return { generated: [] };
    const checked = await this.#checkSources(await loader.load(project.find(this.#options.sources)));
    return { generated: generatedBy(checked) };
  }

  async compile(): Promise<CompiledProject> {
    const { root, workflows, sources } = this.#options;
    const { project, loader } = this.#open();
    const entries = project.find([...workflows, ...sources]);
    this.#entries = entries;
    const noWorkflows = compilerDiagnostics["no-workflows"]({ patterns: workflows });
    if (entries.length === 0) return failed([noWorkflows]);

    if (!project.isStrict) return failed([compilerDiagnostics["types-not-strict"]({})]);

    // The generated types are what the workflows' lambdas are lowered by: where they were stale, it is done by the new ones.
    project.overlay((await this.checkStatements()).generated);
    let analyzed = loader.analyze();
    let loaded = await loader.load(entries);
    let checked = await this.#checkSources(loaded);
    if (project.overlay(generatedBy(checked))) {
      analyzed = loader.analyze();
      loaded = await loader.load(entries);
      checked = await this.#checkSources(loaded);
    }
    const generated = generatedBy(checked);
    const staleGenerated = compareFiles(root, generated);
    const wrongTypes = typeErrors(analyzed, checked);
    const diagnostics = [
      ...checked.diagnostics,
      ...wrongTypes,
      ...withoutConsequences([...analyzed.diagnostics, ...loaded.diagnostics], wrongTypes, checked.diagnostics),
      ...checkWorkflowNames(loaded.workflows),
      ...checkWorkflowOptions(loaded.workflows),
    ];
    const found = { generated, staleGenerated, sources: checked.bySource };
    if (loaded.workflows.length === 0 && !hasErrors(diagnostics)) {
      const matching = project.find(workflows);
      diagnostics.push(
        matching.length === 0 ? noWorkflows : compilerDiagnostics["nothing-exported"]({ files: matching }),
      );
    }
    const lowered = this.#workflows.lower(rightWorkflows(loaded, wrongTypes), {
      lambda: (site) => analyzed.lowered.get(site),
      statement: (source, name) => checked.bySource.get(source)?.statements.get(name),
    });
    diagnostics.push(...lowered.flatMap(({ lowering }) => lowering.diagnostics));
    if (hasErrors(diagnostics)) return { ...failed(diagnostics), ...found };
    diagnostics.push(...unknownHints(this.#options.policyHints ?? {}, lowered));
    const compiled = this.#workflows.emit();
    diagnostics.push(...compiled.flatMap((workflow) => workflow.diagnostics));
    if (hasErrors(diagnostics)) return { ...failed(diagnostics), ...found };

    const roles = [...checked.bySource].map(([source, { bridgeAccess }]) => emitBridgeRole(source, bridgeAccess));
    const artifacts = [
      ...compiled.flatMap((workflow) => workflow.artifacts),
      ...[...checked.bySource.values()].flatMap((source) => source.artifacts),
      ...roles,
    ].sort((a, b) => (a.file < b.file ? -1 : 1));
    return { ...found, diagnostics, workflows: compiled, artifacts, sourceMaps: [sourceMapOf(compiled)] };
  }

  /** All that the last compilation rests on; undefined where that cannot be told, so that nothing can be spared. */
  inputs(): BuildInputs | undefined {
    if (this.#project === undefined) return undefined;
    const { project, loader } = this.#project;
    const run = loader.runObservations;
    const all = new Observations();
    const seen = [...project.typeInputs, project.statementInputs, loader.plainFiles, run.files, loadedFiles];
    // Two that contradict each other have seen a file before and after a change.
    const isConsistent = seen.map((each) => all.add(each)).every(Boolean);
    if (run.isOpaque || !isConsistent) return undefined;
    return {
      setting: settingOf(this.#options),
      sources: this.#entries,
      environment: [...run.environment],
      observations: all.list(),
    };
  }

  #open(): { readonly project: SourceProject; readonly loader: ProjectLoader } {
    if (this.#project === undefined) {
      const { root, workflows, sources } = this.#options;
      const project = new SourceProject(root, [...workflows, ...sources]);
      this.#project = { project, loader: new ProjectLoader(project) };
    }
    return this.#project;
  }

  #checkSources(loaded: LoadedModules): Promise<CheckedSources> {
    const { project } = this.#open();
    return this.#sources.check(loaded.sources, {
      readText: (file) => project.readText(file),
      typeArguments: loaded.typeArguments,
    });
  }
}

function sourceMapOf(workflows: readonly CompiledWorkflow[]): TextFile {
  const members = workflows.map(({ name, sourceMap }) => `${JSON.stringify(name)}: ${sourceMap.trimEnd()}`);
  return { file: join(".treadle", "source-map.json"), text: `{${members.join(",\n")}}\n` };
}

function generatedBy(checked: CheckedSources): TextFile[] {
  return [...checked.bySource.values()].flatMap(({ generated }) => generated);
}

function unknownHints(hints: object, lowered: readonly LoweredWorkflow[]): Diagnostic[] {
  const known = lowered.map(({ workflow }) => workflow.name);
  return Object.keys(hints)
    .filter((name) => !known.includes(name))
    .map((name) => compilerDiagnostics["unknown-hinted-workflow"]({ name, known }));
}

/** In order of their names. Workflows with type errors are left out: what their calls were given may be anything. */
function rightWorkflows(loaded: LoadedModules, wrongTypes: readonly Diagnostic[]): WorkflowDefinition[] {
  const wrongFiles = new Set(wrongTypes.map(({ location }) => location?.file));
  const byName = (a: WorkflowDefinition, b: WorkflowDefinition) => (a.name < b.name ? -1 : 1);
  return loaded.workflows.filter(({ location }) => !wrongFiles.has(location?.file)).sort(byName);
}

/**
 * TypeScript's errors, without those that only repeat, as a type, what a data source's checker has said: of the same call, or
 * of a text that the call takes from a constant.
 */
function typeErrors(analyzed: AnalyzedProject, checked: CheckedSources): Diagnostic[] {
  const wrong = checked.diagnostics.filter(({ severity }) => severity === "error");
  const reported = wrong.flatMap(({ location }) => {
    const span = location && analyzed.callAround(location);
    return span ? [span] : [];
  });
  const said = wrong.map(({ code, message }) => JSON.stringify(`${code}: ${message}`).slice(1, -1));
  return analyzed.typeErrors
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
    return code === "compiler/module-failed" || code === "compiler/misused-call" || !files.has(location?.file);
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
