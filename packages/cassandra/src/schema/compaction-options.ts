type Options = { readonly [key: string]: string };

/** What an option's value must be: a number with its least value, `true` or `false`, or as a pattern says. */
type Kind = { readonly whole: number } | { readonly number: number } | "flag" | RegExp;

const size = /^\d+(?:\.\d+)?\s*(?:[KMGT]?i?B)?$/i;

const common: { readonly [option: string]: Kind } = {
  enabled: "flag",
  log_all: "flag",
  only_purge_repaired_tombstones: "flag",
  provide_overlapping_tombstones: /^(?:none|row|cell)$/i,
  tombstone_compaction_interval: { whole: 0 },
  tombstone_threshold: { number: 0 },
  unchecked_tombstone_compaction: "flag",
};

const sizeTiered: { readonly [option: string]: Kind } = {
  bucket_high: { number: Number.NEGATIVE_INFINITY },
  bucket_low: { number: Number.NEGATIVE_INFINITY },
  max_threshold: { whole: 1 },
  min_sstable_size: { whole: 0 },
  min_threshold: { whole: 2 },
};

/** Options of each class beside the common ones, as Cassandra 5.0 validates them. */
const optionsOf: { readonly [className: string]: { readonly [option: string]: Kind } } = {
  SizeTieredCompactionStrategy: sizeTiered,
  LeveledCompactionStrategy: {
    ...sizeTiered,
    fanout_size: { whole: 1 },
    single_sstable_uplevel: /^/,
    sstable_size_in_mb: { whole: 1 },
  },
  TimeWindowCompactionStrategy: {
    ...sizeTiered,
    compaction_window_size: { whole: 1 },
    compaction_window_unit: /^(?:MINUTES|HOURS|DAYS)$/,
    expired_sstable_check_frequency_seconds: { whole: 0 },
    timestamp_resolution: /^(?:SECONDS|MILLISECONDS|MICROSECONDS|NANOSECONDS)$/,
    // True is for servers that were started with it.
    unsafe_aggressive_sstable_expiration: "flag",
  },
  UnifiedCompactionStrategy: {
    base_shard_count: { whole: 1 },
    expired_sstable_check_frequency_seconds: { whole: 1 },
    flush_size_override: size,
    max_sstables_to_compact: { whole: Number.NEGATIVE_INFINITY },
    max_threshold: { whole: 1 },
    min_sstable_size: size,
    min_threshold: { whole: 2 },
    overlap_inclusion_method: /^(?:none|single|transitive)$/i,
    scaling_parameters: /^\s*(?:N|L\d+|T\d+|[+-]?\d+)(?:\s*,\s*(?:N|L\d+|T\d+|[+-]?\d+))*\s*$/,
    sstable_growth: { number: 0 },
    target_sstable_size: size,
    unsafe_aggressive_sstable_expiration: "flag",
  },
};

const classPackage = "org.apache.cassandra.db.compaction.";

/**
 * What is wrong with the options of a compaction strategy.
 *
 * @see https://cassandra.apache.org/doc/5.0/cassandra/managing/operating/compaction/overview.html
 */
export function compactionFault({ class: className = "", ...options }: Options): string | undefined {
  const simple = className.replace(classPackage, "");
  const known = optionsOf[simple];
  if (known === undefined) {
    // A class of one's own may be anywhere else.
    if (simple.includes(".")) return undefined;
    return `There is no compaction class "${className}": those are ${Object.keys(optionsOf).join(", ")}.`;
  }
  for (const [option, value] of Object.entries(options)) {
    const kind = common[option] ?? known[option];
    if (kind === undefined) return `${simple} has no option "${option}".`;
    const fault = valueFault(kind, value);
    if (fault !== undefined) return `${option} of ${simple} is ${fault}, not ${value}.`;
  }
  return orderFault(options);
}

function valueFault(kind: Kind, value: string): string | undefined {
  if (kind === "flag") return /^(?:true|false)$/i.test(value) ? undefined : "true or false";
  if (kind instanceof RegExp) return kind.test(value) ? undefined : `of the form ${kind.source}`;
  const [least, isNumber, name] =
    "whole" in kind
      ? [kind.whole, /^-?\d+$/.test(value), "a whole number"]
      : [kind.number, isDecimal(value), "a number"];
  if (isNumber && Number(value) >= least) return undefined;
  return Number.isFinite(least) ? `${name}, ${least} or more` : name;
}

const isDecimal = (value: string): boolean => value.trim() !== "" && Number.isFinite(Number(value));

/** Pairs of which the first must stay below the second, or reach it. */
function orderFault({ min_threshold: min, max_threshold: max, bucket_low: low, bucket_high: high }: Options) {
  if (Number(min ?? 4) > Number(max ?? 32)) return "min_threshold (4 by default) is at most max_threshold (32).";
  if (Number(low ?? 0.5) >= Number(high ?? 1.5)) return "bucket_low (0.5 by default) is below bucket_high (1.5).";
  return undefined;
}
