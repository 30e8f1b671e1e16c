import type { Diagnostic } from "@treadle/diagnostics";
import { bridgeFunctionPlaceholder, type CheckedSource, type DataSource } from "@treadle/workflow/data-source";
import { compilerDiagnostics } from "../diagnostics.js";
import type { LoadedProject } from "../discover/load-project.js";
import type { SourceProject } from "../project/project.js";

export interface CheckedSources {
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of their names. */
  readonly bySource: ReadonlyMap<DataSource, CheckedSource>;
}

/** Lets each data source's own checker see its statements. */
export async function checkSources(project: SourceProject, loaded: LoadedProject): Promise<CheckedSources> {
  const diagnostics: Diagnostic[] = [];
  const bySource = new Map<DataSource, CheckedSource>();
  const names = new Set<string>();
  const alike = new Map<string, string>();
  const host = { readText: (file: string) => project.readText(file), typeArguments: loaded.typeArguments };
  for (const source of [...loaded.sources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (names.has(source.name)) {
      diagnostics.push(compilerDiagnostics["duplicate-source"]({ name: source.name }, { location: source.location }));
      continue;
    }
    names.add(source.name);
    const placeholder = bridgeFunctionPlaceholder(source.name).name;
    const near = alike.get(placeholder);
    if (near !== undefined) {
      const details = { one: near, other: source.name, placeholder };
      diagnostics.push(compilerDiagnostics["names-too-alike"](details, { location: source.location }));
    }
    alike.set(placeholder, source.name);
    const compiler = await source.loadCompiler();
    const checked = await compiler.check(source, host);
    diagnostics.push(...checked.diagnostics);
    bySource.set(source, checked);
  }
  return { diagnostics, bySource };
}
