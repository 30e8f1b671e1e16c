import { type Diagnostic, formatLocation, type SourceLocation } from "@treadle/diagnostics";
import type { LoweredExpression } from "@treadle/expressions/lambda";
import { type DataSource, isDataSource, type TypeShape } from "@treadle/workflow/data-source";
import { getUnfinishedWorkflow, getWorkflowDefinition, type WorkflowDefinition } from "@treadle/workflow/nodes";
import { ts } from "ts-morph";
import { compilerDiagnostics } from "../diagnostics.js";
import type { SourceProject } from "../project/project.js";
import { toTypeShape } from "../project/type-shape.js";
import { findSites } from "./find-sites.js";
import { importModules } from "./module-hook.js";
import { rewriteModule } from "./rewrite-module.js";

/** A project's modules, run: what they export, and what is known of their places. */
export interface LoadedProject {
  readonly diagnostics: readonly Diagnostic[];
  readonly workflows: readonly WorkflowDefinition[];
  readonly sources: readonly DataSource[];
  readonly lowered: ReadonlyMap<string, LoweredExpression>;
  readonly typeArguments: (call: SourceLocation) => readonly TypeShape[];
  /** The innermost declaring or building call around a place. */
  readonly callAround: (place: SourceLocation) => CallSpan | undefined;
}

export interface CallSpan {
  /** Absolute path. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Rewrites the project's modules and imports those that match the patterns.
 *
 * @param files the entry modules, relative to the root
 */
export async function loadProject(project: SourceProject, files: readonly string[]): Promise<LoadedProject> {
  const diagnostics: Diagnostic[] = [];
  const lowered = new Map<string, LoweredExpression>();
  const calls = new Map<string, ts.CallExpression>();
  const sources = new Map<string, string>();
  for (const file of project.ownSourceFiles()) {
    const sites = findSites(file, project, (diagnostic) => diagnostics.push(diagnostic));
    for (const lambda of sites.lambdas) if (lambda.lowered) lowered.set(lambda.site, lambda.lowered);
    for (const { call, site } of sites.calls) calls.set(formatLocation(site.location), call);
    sources.set(file.fileName, rewriteModule(file, sites, project.compilerOptions));
  }

  const imported = await importModules(
    { sources, resolve: (specifier, containingFile) => resolveModule(specifier, containingFile, project) },
    files.map((file) => `${project.root}/${file}`),
  );
  const workflows = new Set<WorkflowDefinition>();
  const dataSources = new Set<DataSource>();
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
      if (isDataSource(value)) dataSources.add(value);
    }
  }
  const checker = project.program.getTypeChecker();
  return {
    diagnostics,
    workflows: [...workflows],
    sources: [...dataSources],
    lowered,
    typeArguments: (call) =>
      (calls.get(formatLocation(call))?.typeArguments ?? []).map((argument) =>
        toTypeShape(checker.getTypeFromTypeNode(argument), checker),
      ),
    callAround: (place) => innermostCall(calls.values(), place, project),
  };
}

function innermostCall(
  calls: Iterable<ts.CallExpression>,
  place: SourceLocation,
  project: SourceProject,
): CallSpan | undefined {
  let innermost: CallSpan | undefined;
  for (const call of calls) {
    const file = call.getSourceFile();
    if (project.relativePath(file.fileName) !== place.file) continue;
    const position = file.getPositionOfLineAndCharacter(place.line - 1, place.column - 1);
    const span = { file: file.fileName, start: call.getStart(), end: call.getEnd() };
    const isAround = span.start <= position && position < span.end;
    if (isAround && (!innermost || span.end - span.start < innermost.end - innermost.start)) innermost = span;
  }
  return innermost;
}

function resolveModule(specifier: string, containingFile: string, project: SourceProject): string | undefined {
  return ts.resolveModuleName(
    specifier,
    containingFile,
    project.compilerOptions,
    ts.sys,
    undefined,
    undefined,
    ts.ModuleKind.ESNext,
  ).resolvedModule?.resolvedFileName;
}

function moduleFailed(file: string, error: unknown): Diagnostic {
  return compilerDiagnostics["module-failed"](
    { file, error: error instanceof Error ? error.message : String(error) },
    { location: { file, line: 1, column: 1 } },
  );
}
