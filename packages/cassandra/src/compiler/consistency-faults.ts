import { type ConsistencyLevel, consistencyLevels } from "../contract/manifest.js";
import { isCounterTable } from "../schema/index.js";
import type { DeclaredStatement } from "../tasks/declaration.js";
import type { CompiledStatement } from "./compiled-statement.js";

const serialLevels: readonly string[] = ["SERIAL", "LOCAL_SERIAL"];

/** Why a statement cannot run at its level of consistency, its own or its keyspace's, which the server says only then. */
export function consistencyFaults(
  { options }: Pick<DeclaredStatement, "options">,
  { traits, resolved }: CompiledStatement,
  ofKeyspace: ConsistencyLevel | undefined,
): readonly string[] {
  const faults: string[] = [];
  const { serialConsistency } = options;
  if (serialConsistency !== undefined && !serialLevels.includes(serialConsistency))
    faults.push(`"${serialConsistency}" is no serial consistency level.`);
  const level = options.consistency ?? ofKeyspace;
  if (level === undefined || !consistencyLevels.includes(level)) {
    if (options.consistency !== undefined) faults.push(`"${options.consistency}" is no consistency level.`);
    return faults;
  }
  if (traits.reads && level === "ANY") faults.push("A SELECT cannot be run at ANY, which is for writes.");
  if (!traits.reads && serialLevels.includes(level))
    faults.push(`A write cannot be run at ${level}, which is for reads; a condition makes it serial.`);
  const members = resolved.kind === "batch" ? resolved.members : [resolved];
  if (!traits.reads && level === "ANY" && members.some(({ table }) => isCounterTable(table)))
    faults.push("Counters cannot be written at ANY.");
  return faults;
}
