import type { Property } from "../cql/index.js";

type Options = { readonly [key: string]: string };

/** Properties that are whole numbers, with the least of each. */
const integers: { readonly [name: string]: number } = {
  default_time_to_live: 0,
  gc_grace_seconds: 0,
  max_index_interval: 1,
  memtable_flush_period_in_ms: 0,
  min_index_interval: 1,
};

const maps: readonly string[] = ["caching", "compaction", "compression", "extensions"];

const booleans: readonly string[] = ["allow_auto_snapshot", "cdc", "incremental_backups"];

const compactionPackage = "org.apache.cassandra.db.compaction.";

const compactionClasses: readonly string[] = [
  "LeveledCompactionStrategy",
  "SizeTieredCompactionStrategy",
  "TimeWindowCompactionStrategy",
  "UnifiedCompactionStrategy",
];

/** When a second replica is asked: `99p`, `50ms`, `always`, `never`, or the larger or smaller of two. */
const retryPolicy = String.raw`\d+(?:\.\d+)?(?:p|percentile|ms)`;
const retryPolicies = new RegExp(
  `^(?:${retryPolicy}|always|never|none|(?:min|max)\\(${retryPolicy},${retryPolicy}\\))$`,
  "i",
);

/** What is wrong with a table property's value, as far as the name alone says what it can be. */
export function valueFault({ name, value }: Property): string | undefined {
  const isMap = typeof value !== "string";
  if (isMap !== maps.includes(name)) return `${name} is ${isMap ? "one value, not a map" : "a map of options"}.`;
  if (isMap) return optionsFault(name, value);
  if (booleans.includes(name) && !/^(?:true|false|yes|no|0|1)$/i.test(value))
    return `${name} is true or false, not ${value}.`;
  const least = integers[name];
  if (least !== undefined && !(/^-?\d+$/.test(value) && Number(value) >= least))
    return `${name} is a whole number, ${least} or more, not ${value}.`;
  if (name === "crc_check_chance" && !(Number(value) >= 0 && Number(value) <= 1))
    return `crc_check_chance is from 0 to 1, not ${value}.`;
  if (name === "read_repair" && !/^(?:none|blocking)$/i.test(value))
    return `read_repair is NONE or BLOCKING, not ${value}.`;
  const isRetry = name === "speculative_retry" || name === "additional_write_policy";
  if (isRetry && !retryPolicies.test(value.replaceAll(/\s/g, "")))
    return `${name} is a percentile (99p), a time (50ms), ALWAYS or NEVER, not ${value}.`;
  return undefined;
}

function optionsFault(name: string, options: Options): string | undefined {
  if (name === "compaction") return compactionFault(options);
  if (name === "compression") return compressionFault(options);
  return name === "caching" ? cachingFault(options) : undefined;
}

function compactionFault({ class: className = "" }: Options): string | undefined {
  const simple = className.replace(compactionPackage, "");
  // A class of one's own may be anywhere else.
  if (simple.includes(".") || compactionClasses.includes(simple)) return undefined;
  return `There is no compaction class "${className}": those are ${compactionClasses.join(", ")}.`;
}

function cachingFault(options: Options): string | undefined {
  const unknown = Object.keys(options).find((name) => name !== "keys" && name !== "rows_per_partition");
  return unknown === undefined ? cachedFault(options) : `caching has no option "${unknown}".`;
}

const compressionPackage = "org.apache.cassandra.io.compress.";

const compressionClasses: readonly string[] = [
  "DeflateCompressor",
  "LZ4Compressor",
  "NoopCompressor",
  "SnappyCompressor",
  "ZstdCompressor",
];

/** An empty class turns compression off in an old way, which is looked at elsewhere. */
function compressionFault({ class: given, sstable_compression: old }: Options): string | undefined {
  const className = given ?? old ?? "";
  const simple = className.replace(compressionPackage, "");
  if (simple === "" || simple.includes(".") || compressionClasses.includes(simple)) return undefined;
  return `There is no compression class "${className}": those are ${compressionClasses.join(", ")}.`;
}

function cachedFault({ keys = "ALL", rows_per_partition: rows = "NONE" }: Options): string | undefined {
  if (!/^(?:all|none)$/i.test(keys)) return `caching of keys is ALL or NONE, not ${keys}.`;
  return /^(?:all|none|\d+)$/i.test(rows)
    ? undefined
    : `caching of rows_per_partition is ALL, NONE or a number, not ${rows}.`;
}
