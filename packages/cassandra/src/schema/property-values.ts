import type { Property } from "../cql/index.js";
import { compactionFault } from "./compaction-options.js";
import { compressionFault } from "./compression-options.js";

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
  if (isRetry && !isRetryPolicy(value.replaceAll(/\s/g, "")))
    return `${name} is a percentile (99p), a time (50ms), ALWAYS or NEVER, not ${value}.`;
  if (name === "id" && !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value))
    return `id is a uuid, not ${value}.`;
  return undefined;
}

/** Percentiles are below 100, and the two of MIN or MAX are a percentile and a time. */
function isRetryPolicy(value: string): boolean {
  if (!retryPolicies.test(value)) return false;
  const parts = [...value.matchAll(/(\d+(?:\.\d+)?)(p|percentile|ms)/gi)];
  const percentiles = parts.filter(([, , unit]) => unit!.toLowerCase() !== "ms");
  if (percentiles.some(([, number]) => Number(number) <= 0 || Number(number) >= 100)) return false;
  return parts.length < 2 || percentiles.length === 1;
}

function optionsFault(name: string, options: Options): string | undefined {
  if (name === "compaction") return compactionFault(options);
  if (name === "compression") return compressionFault(options);
  return name === "caching" ? cachingFault(options) : undefined;
}

function cachingFault(options: Options): string | undefined {
  const unknown = Object.keys(options).find((name) => name !== "keys" && name !== "rows_per_partition");
  return unknown === undefined ? cachedFault(options) : `caching has no option "${unknown}".`;
}

function cachedFault({ keys = "ALL", rows_per_partition: rows = "NONE" }: Options): string | undefined {
  if (!/^(?:all|none)$/i.test(keys)) return `caching of keys is ALL or NONE, not ${keys}.`;
  return /^(?:all|none|\d+)$/i.test(rows)
    ? undefined
    : `caching of rows_per_partition is ALL, NONE or a number, not ${rows}.`;
}
