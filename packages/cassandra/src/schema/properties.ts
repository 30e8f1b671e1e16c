import type { Property } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { valueFault } from "./property-values.js";
import type { ReplayContext } from "./replay-context.js";

/** Table properties of Cassandra 5.0. */
const tableProperties: ReadonlySet<string> = new Set([
  "additional_write_policy",
  "allow_auto_snapshot",
  "bloom_filter_fp_chance",
  "caching",
  "cdc",
  "comment",
  "compaction",
  "compression",
  "crc_check_chance",
  "default_time_to_live",
  "extensions",
  "gc_grace_seconds",
  "id",
  "incremental_backups",
  "max_index_interval",
  "memtable",
  "memtable_flush_period_in_ms",
  "min_index_interval",
  "read_repair",
  "speculative_retry",
]);

export function checkTableProperties(
  context: ReplayContext,
  properties: readonly Property[],
  { isView = false, isNew = false }: { readonly isView?: boolean; readonly isNew?: boolean } = {},
): void {
  const seen = new Set<string>();
  for (const property of properties) {
    const fault = seen.has(property.name)
      ? `"${property.name}" is given twice.`
      : (tablePropertyFault(property, isView) ?? valueFault(property));
    seen.add(property.name);
    if (fault !== undefined) context.add(report["invalid-property"]({ what: fault }), property.span);
  }
  checkIntervals(context, properties, isNew);
}

/** What a view has not got yet is kept for so long. */
export function checkGrace(context: ReplayContext, properties: readonly Property[], table: string): void {
  const none = properties.find(({ name, value }) => name === "gc_grace_seconds" && Number(value) === 0);
  if (none === undefined) return;
  const what = `gc_grace_seconds of ${table} cannot be 0: for so long updates of views are kept.`;
  context.add(report["invalid-property"]({ what }), none.span);
}

/** The intervals of tables that name none. */
const defaultIntervals = { min_index_interval: 128, max_index_interval: 2048 } as const;

function checkIntervals(context: ReplayContext, properties: readonly Property[], isNew: boolean): void {
  const intervalOf = (name: keyof typeof defaultIntervals) => {
    const property = properties.find((each) => each.name === name);
    const value = property === undefined ? (isNew ? defaultIntervals[name] : undefined) : Number(property.value);
    return { span: property?.span, value };
  };
  const [least, most] = [intervalOf("min_index_interval"), intervalOf("max_index_interval")];
  const span = most.span ?? least.span;
  if (span === undefined || least.value === undefined || most.value === undefined || most.value >= least.value) return;
  const what = `max_index_interval is min_index_interval (${least.value}) or more, not ${most.value}.`;
  context.add(report["invalid-property"]({ what }), span);
}

function tablePropertyFault({ name, value }: Property, isView: boolean): string | undefined {
  if (!tableProperties.has(name)) return `Tables have no property "${name}".`;
  if (typeof value !== "string") {
    if (name === "compaction" && !("class" in value)) return 'compaction needs its "class".';
    return undefined;
  }
  const number = Number(value);
  if (name === "default_time_to_live") {
    if (isView && number !== 0) return "A materialized view expires with its table and takes no default_time_to_live.";
    if (!(number >= 0)) return `default_time_to_live is a number of seconds, 0 or more, not ${value}.`;
    if (number > 630_720_000) return "default_time_to_live is at most 630720000 seconds (20 years).";
  }
  if (name === "bloom_filter_fp_chance" && !(number > 6.71e-5 && number <= 1)) {
    return `bloom_filter_fp_chance is above 0.0000671 and at most 1, not ${value}.`;
  }
  return undefined;
}

export function checkReplication(
  context: ReplayContext,
  properties: readonly Property[],
  span: Property["span"],
  required: boolean,
): void {
  for (const { name, span: at } of properties) {
    if (!["replication", "durable_writes", "fast_path"].includes(name)) {
      context.add(report["invalid-property"]({ what: `Keyspaces have no property "${name}".` }), at);
    }
  }
  const replication = properties.find(({ name }) => name === "replication");
  if (replication === undefined) {
    if (required) context.add(report["invalid-property"]({ what: "A keyspace needs its replication." }), span);
    return;
  }
  const options = replication.value;
  const fault = typeof options === "string" ? undefined : replicationFault(options);
  if (fault !== undefined) context.add(report["invalid-property"]({ what: fault }), replication.span);
  if (typeof options === "string" || options.class === undefined) {
    context.add(
      report["invalid-property"]({
        what: 'replication needs its "class".',
        help: "Write { 'class': 'NetworkTopologyStrategy', 'replication_factor': 3 }.",
      }),
      replication.span,
    );
  }
}

const locatorPackage = "org.apache.cassandra.locator.";

function replicationFault(options: { readonly [key: string]: string }): string | undefined {
  const name = options.class?.replace(locatorPackage, "") ?? "";
  const isSimple = name === "SimpleStrategy";
  if (name !== "" && !name.includes(".") && !isSimple && name !== "NetworkTopologyStrategy")
    return `There is no replication class "${name}": those are NetworkTopologyStrategy and SimpleStrategy.`;
  for (const [option, value] of Object.entries(options)) {
    if (option === "class" || name.includes(".")) continue;
    if (isSimple && option !== "replication_factor") return `SimpleStrategy has no option "${option}".`;
    if (!/^\d+(?:\/\d+)?$/.test(value)) return `"${option}" is a number of replicas, not ${value}.`;
  }
  return undefined;
}
