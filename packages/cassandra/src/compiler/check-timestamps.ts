import type { Diagnostic } from "@treadle/diagnostics";
import type { ResolvedModification } from "../checks/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { ManifestEntry } from "./emit-manifest.js";

/**
 * A table that is written on conditions takes its timestamps from the consensus: a write that brings its own is silently
 * lost when it is older than a ballot.
 */
export function checkTimestamps(entries: readonly ManifestEntry[]): readonly Diagnostic[] {
  const conditional = new Map<string, string>();
  for (const { declared, compiled } of entries) {
    for (const { statement, table } of membersOf(compiled.resolved)) {
      if (statement.conditions !== undefined) conditional.set(`${table.keyspace}.${table.name}`, declared.name);
    }
  }
  return entries.flatMap(({ declared, compiled: { resolved } }) => {
    const batchTimestamp = resolved.kind === "batch" && resolved.statement.using.timestamp !== undefined;
    return membersOf(resolved).flatMap(({ statement, table }) => {
      const writer = conditional.get(`${table.keyspace}.${table.name}`);
      if (writer === undefined || (statement.using.timestamp === undefined && !batchTimestamp)) return [];
      const details = { table: table.name, statement: writer };
      return [report["timestamp-with-conditions"](details, { location: declared.site?.location })];
    });
  });
}

function membersOf(resolved: ManifestEntry["compiled"]["resolved"]): readonly ResolvedModification[] {
  if (resolved.kind === "select") return [];
  return resolved.kind === "batch" ? resolved.members : [resolved];
}
