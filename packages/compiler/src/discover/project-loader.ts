import { dirname } from "node:path";
import { type Diagnostic, distinctDiagnostics, formatLocation, type SourceLocation } from "@treadle/diagnostics";
import type { LoweredExpression } from "@treadle/expressions/lambda";
import type ts from "@treadle/expressions/typescript";
import { type DataSource, isDataSource, type TypeShape } from "@treadle/workflow/data-source";
import {
  getUnfinishedWorkflow,
  getWorkflowDefinition,
  isMisusedCall,
  type WorkflowDefinition,
} from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";
import type { Observations } from "../inputs/observations.js";
import { observeRun, RunObservations } from "../inputs/observe-run.js";
import type { SourceProject } from "../project/project.js";
import type { FoundTypeError } from "../project/type-errors.js";
import { toTypeShape } from "../project/type-shape.js";
import { AnalyzedFiles } from "./analyzed-files.js";
import { importModules } from "./module-hook.js";
import { ModuleSet } from "./module-set.js";

/** Modules of a project, run: what they export. */
export interface LoadedModules {
  readonly diagnostics: readonly Diagnostic[];
  readonly workflows: readonly WorkflowDefinition[];
  readonly sources: readonly DataSource[];
  readonly typeArguments: (call: SourceLocation) => readonly TypeShape[];
}

/** What is known of a project's modules by their types. */
export interface AnalyzedProject {
  readonly diagnostics: readonly Diagnostic[];
  readonly typeErrors: readonly FoundTypeError[];
  /** By the site that the module hook marks the lambda with. */
  readonly lowered: ReadonlyMap<string, LoweredExpression>;
  /** The innermost declaring or building call around a place. */
  readonly callAround: (place: SourceLocation) => CallSpan | undefined;
}

export interface CallSpan {
  /** Absolute path. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** Runs a project's modules, time and again: what has not changed in between is kept. */
export class ProjectLoader {
  readonly #project: SourceProject;
  readonly #analyzed: AnalyzedFiles;
  readonly #modules: ModuleSet;
  /** What the modules have looked at by themselves. */
  runObservations = new RunObservations();

  constructor(project: SourceProject) {
    this.#project = project;
    this.#analyzed = new AnalyzedFiles(project);
    this.#modules = new ModuleSet({
      sourceOf: (file) => this.#analyzed.of(file)?.source,
      has: (file) => this.#analyzed.has(file),
      resolve: (specifier, containingFile) => project.resolveModule(specifier, containingFile),
    });
  }

  /** Looks at changed files, relative to the root, again; false where no module has read them by itself. */
  refresh(files: readonly string[]): boolean {
    const paths = files.map((file) => `${this.#project.root}/${file}`);
    if (this.runObservations.isOpaque || this.runObservations.files.haveChanged(paths.flatMap(withFolder))) {
      this.#modules.forgetAll();
      this.runObservations = new RunObservations();
      return true;
    }
    return this.plainFiles.haveChanged(paths);
  }

  /** The files that the modules import as they are. */
  get plainFiles(): Observations {
    return this.#modules.plainFiles;
  }

  /**
   * Imports modules, and what they import.
   *
   * @param files the entry modules, relative to the root
   */
  async load(files: readonly string[]): Promise<LoadedModules> {
    const project = this.#project;
    this.#analyzed.update();
    const diagnostics: Diagnostic[] = [];
    const workflows = new Set<WorkflowDefinition>();
    const sources = new Set<DataSource>();
    const imported = await observeRun(this.runObservations, () =>
      importModules(
        this.#modules,
        files.map((file) => `${project.root}/${file}`),
      ),
    );
    for (const [file, module] of imported) {
      if ("error" in module) {
        diagnostics.push(moduleFailed(project.relativePath(file), module.error));
        continue;
      }
      for (const value of Object.values(module.exports)) {
        const workflow = getWorkflowDefinition(value);
        if (workflow) workflows.add(workflow);
        const unfinished = getUnfinishedWorkflow(value);
        if (unfinished) {
          diagnostics.push(compilerDiagnostics["unfinished-workflow"]({ name: unfinished.name }, unfinished));
        }
        if (isDataSource(value)) sources.add(value);
      }
    }
    const checker = project.program.getTypeChecker();
    return {
      diagnostics,
      workflows: [...workflows],
      sources: [...sources],
      typeArguments: (place) =>
        (this.#callAt(place)?.typeArguments ?? []).map((argument) =>
          toTypeShape(checker.getTypeFromTypeNode(argument), checker),
        ),
    };
  }

  #callAt(place: SourceLocation): ts.CallExpression | undefined {
    const wanted = formatLocation(place);
    const { calls } = this.#analyzed.of(`${this.#project.root}/${place.file}`)?.sites ?? { calls: [] };
    return calls.find(({ site }) => formatLocation(site.location) === wanted)?.call;
  }

  /** What is known of all of the project's modules, also of those that no module imports by value. */
  analyze(): AnalyzedProject {
    this.#analyzed.update();
    const typeErrors = this.#analyzed.typeErrors();
    const all = this.#analyzed.all();
    const lowered = new Map<string, LoweredExpression>();
    for (const { sites } of all) {
      for (const lambda of sites.lambdas) if (lambda.lowered) lowered.set(lambda.site, lambda.lowered);
    }
    return {
      // A function that several lambdas call is lowered for each of them.
      diagnostics: distinctDiagnostics(all.flatMap(({ diagnostics }) => diagnostics)),
      typeErrors,
      lowered,
      callAround: (place) => {
        const calls = this.#analyzed.of(`${this.#project.root}/${place.file}`)?.sites.calls ?? [];
        return innermostCall(
          calls.map(({ call }) => call),
          place,
        );
      },
    };
  }
}

/** A file that comes or goes changes its folder, too. */
function withFolder(path: string): string[] {
  return [path, dirname(path)];
}

function innermostCall(calls: readonly ts.CallExpression[], place: SourceLocation): CallSpan | undefined {
  let innermost: CallSpan | undefined;
  for (const call of calls) {
    const file = call.getSourceFile();
    const position = file.getPositionOfLineAndCharacter(place.line - 1, place.column - 1);
    const span = { file: file.fileName, start: call.getStart(), end: call.getEnd() };
    const isAround = span.start <= position && position < span.end;
    if (isAround && (!innermost || span.end - span.start < innermost.end - innermost.start)) innermost = span;
  }
  return innermost;
}

function moduleFailed(file: string, error: unknown): Diagnostic {
  const begin = { file, line: 1, column: 1 };
  if (isMisusedCall(error)) {
    return compilerDiagnostics["misused-call"]({ fault: error.message }, { location: error.location ?? begin });
  }
  const text = error instanceof Error ? error.message : String(error);
  // The hook's own insertions are no part of what the user wrote.
  return compilerDiagnostics["module-failed"]({ file, error: text.replaceAll(".$at(...)", "") }, { location: begin });
}
