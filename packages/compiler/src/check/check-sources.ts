import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import {
  bridgeFunctionPlaceholder,
  type CheckedSource,
  type CheckHost,
  type DataSource,
  type TypeShape,
} from "@treadle/workflow/data-source";
import { compilerDiagnostics } from "../diagnostics.js";

export interface CheckedSources {
  readonly diagnostics: readonly Diagnostic[];
  /** In the order of their names. */
  readonly bySource: ReadonlyMap<DataSource, CheckedSource>;
}

/** What a checker said of a source, and what it had read for that. */
interface Checked {
  readonly result: CheckedSource;
  readonly texts: ReadonlyMap<string, string | undefined>;
  /** By the place of the call, as JSON. */
  readonly types: ReadonlyMap<SourceLocation, string>;
}

/** Lets each data source's own checker see its statements; a source that is the same, on the same texts, is not checked again. */
export class SourceChecker {
  #known = new Map<DataSource, Checked>();

  async check(sources: readonly DataSource[], host: CheckHost): Promise<CheckedSources> {
    const diagnostics: Diagnostic[] = [];
    const known = new Map<DataSource, Checked>();
    for (const source of withDistinctNames(sources, diagnostics)) {
      const before = this.#known.get(source);
      const checked = before && stillHolds(before, host) ? before : await checkSource(source, host);
      diagnostics.push(...checked.result.diagnostics);
      known.set(source, checked);
    }
    this.#known = known;
    return { diagnostics, bySource: new Map([...known].map(([source, { result }]) => [source, result])) };
  }
}

function withDistinctNames(sources: readonly DataSource[], diagnostics: Diagnostic[]): DataSource[] {
  const distinct = new Map<string, DataSource>();
  const alike = new Map<string, string>();
  for (const source of [...sources].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name, location } = source;
    if (distinct.has(name)) {
      diagnostics.push(compilerDiagnostics["duplicate-source"]({ name }, { location }));
      continue;
    }
    distinct.set(name, source);
    const placeholder = bridgeFunctionPlaceholder(name).name;
    const near = alike.get(placeholder);
    if (near !== undefined) {
      diagnostics.push(compilerDiagnostics["names-too-alike"]({ one: near, other: name, placeholder }, { location }));
    }
    alike.set(placeholder, name);
  }
  return [...distinct.values()];
}

async function checkSource(source: DataSource, host: CheckHost): Promise<Checked> {
  const texts = new Map<string, string | undefined>();
  const types = new Map<SourceLocation, string>();
  const compiler = await source.loadCompiler();
  const result = await compiler.check(source, {
    readText: (file) => {
      if (!texts.has(file)) texts.set(file, host.readText(file));
      return texts.get(file);
    },
    typeArguments: (call): readonly TypeShape[] => {
      const shapes = host.typeArguments(call);
      types.set(call, JSON.stringify(shapes));
      return shapes;
    },
  });
  return { result, texts, types };
}

function stillHolds({ texts, types }: Checked, host: CheckHost): boolean {
  return (
    [...texts].every(([file, text]) => host.readText(file) === text) &&
    [...types].every(([call, shapes]) => JSON.stringify(host.typeArguments(call)) === shapes)
  );
}
