import { describe, expect, it } from "vitest";
import { schemaErrorsOf } from "../../test/check.js";

const table = (properties: string): readonly string[] =>
  schemaErrorsOf(`CREATE TABLE t (k int PRIMARY KEY) WITH ${properties}`);

describe("a table's options", () => {
  it.each([
    "compression = {}",
    "compression = {'enabled': 'false'}",
    "compression = {'class': 'ZstdCompressor', 'compression_level': 5, 'chunk_length_in_kb': 16}",
    "compression = {'class': 'LZ4Compressor', 'lz4_compressor_type': 'high', 'lz4_high_compressor_level': 9}",
    "compression = {'class': 'com.example.OwnCompressor', 'x': 1}",
    "compaction = {'class': 'LeveledCompactionStrategy', 'sstable_size_in_mb': 160, 'fanout_size': 10}",
    "compaction = {'class': 'UnifiedCompactionStrategy', 'scaling_parameters': 'T4, N, L10', 'target_sstable_size': '1GiB'}",
    "compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'HOURS', 'compaction_window_size': 6}",
    "compaction = {'class': 'com.example.OwnStrategy', 'x': 1}",
    "speculative_retry = 'MIN(99p, 50ms)'",
    "memtable = default",
    "comment = text",
  ])("may be %s", (properties) => {
    expect(table(properties)).toEqual([]);
  });

  it.each([
    ["compression = {'class': 'LZ4Compressor', 'enabled': 'no'}", "With 'enabled': 'false' compression takes no other"],
    ["compression = {'sstable_compression': 'LZ4Compressor'}", 'compression needs its "class".'],
    ["compression = {'class': 'NopeCompressor'}", 'There is no compression class "NopeCompressor"'],
    [
      "compression = {'class': 'LZ4Compressor', 'crc_check_chance': 1}",
      'LZ4Compressor has no option "crc_check_chance".',
    ],
    [
      "compression = {'class': 'ZstdCompressor', 'compression_level': 40}",
      "compression_level of ZstdCompressor cannot be 40.",
    ],
    [
      "compression = {'class': 'LZ4Compressor', 'chunk_length_in_kb': 3}",
      "chunk_length_in_kb is a power of two, not 3.",
    ],
    ["compression = {'class': 'LZ4Compressor', 'min_compress_ratio': 0.5}", "min_compress_ratio is 0, or 1 and more."],
    [
      "compaction = {'class': 'SizeTieredCompactionStrategy', 'nope': 4}",
      'SizeTieredCompactionStrategy has no option "nope".',
    ],
    [
      "compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': 1}",
      "min_threshold of SizeTieredCompactionStrategy is a whole number, 2 or more, not 1.",
    ],
    [
      "compaction = {'class': 'SizeTieredCompactionStrategy', 'min_threshold': 40}",
      "min_threshold (4 by default) is at most",
    ],
    ["compaction = {'class': 'SizeTieredCompactionStrategy', 'bucket_low': 2}", "bucket_low (0.5 by default) is below"],
    [
      "compaction = {'class': 'SizeTieredCompactionStrategy', 'enabled': 'maybe'}",
      "enabled of SizeTieredCompactionStrategy is true or false",
    ],
    [
      "compaction = {'class': 'UnifiedCompactionStrategy', 'scaling_parameters': 'X'}",
      "scaling_parameters of UnifiedCompactionStrategy is of the form",
    ],
    [
      "compaction = {'class': 'TimeWindowCompactionStrategy', 'compaction_window_unit': 'YEARS'}",
      "compaction_window_unit of TimeWindowCompactionStrategy",
    ],
    ["speculative_retry = '100p'", "speculative_retry is a percentile"],
    ["speculative_retry = 'MAX(99p,98p)'", "speculative_retry is a percentile"],
    ["id = 'x'", "id is a uuid, not x."],
    ["read_repair_chance = 0.1", 'Tables have no property "read_repair_chance".'],
    ["comment = never", "Expected a constant"],
    ["caching = {'keys': ALL}", "Expected a constant"],
  ])("cannot be %s", (properties, what) => {
    expect(table(properties)).toEqual([expect.stringContaining(what)]);
  });
});

describe("an index's options", () => {
  const index = (using: string, options: string): readonly string[] =>
    schemaErrorsOf(`CREATE CUSTOM INDEX ON orders (total) USING '${using}' WITH OPTIONS = ${options}`);

  it("are those of its kind", () => {
    expect(
      schemaErrorsOf("CREATE INDEX ON orders (status) USING 'sai' WITH OPTIONS = {'case_sensitive': false}"),
    ).toEqual([]);
    expect(index("sai", "{'mode': 'CONTAINS'}")).toEqual([
      'cassandra/invalid-index: Storage-attached indexes have no option "mode".',
    ]);
    expect(index("sai", "{'ascii': 'maybe'}")).toEqual(["cassandra/invalid-index: ascii is true or false, not maybe."]);
    expect(index("sai", "{'similarity_function': 'nope'}")).toHaveLength(1);
    expect(index("org.apache.cassandra.index.sasi.SASIIndex", "{'mode': 'NOPE'}")).toHaveLength(1);
    expect(index("com.example.OwnIndex", "{'x': 1}")).toEqual([]);
  });
});

describe("the options of a SASI index", () => {
  const analyzer = "org.apache.cassandra.index.sasi.analyzer";
  const faults = (column: "a" | "n", options: string): readonly string[] =>
    schemaErrorsOf(
      "CREATE TABLE t (k int PRIMARY KEY, a text, n int)",
      `CREATE CUSTOM INDEX ON t (${column}) USING 'org.apache.cassandra.index.sasi.SASIIndex' WITH OPTIONS = ${options}`,
    );

  it.each([
    [
      "a",
      `{'analyzer_class': '${analyzer}.StandardAnalyzer', 'mode': 'CONTAINS', 'tokenization_enable_stemming': 'true'}`,
    ],
    ["a", `{'analyzer_class': '${analyzer}.NonTokenizingAnalyzer', 'case_sensitive': 'false'}`],
    ["n", `{'analyzer_class': '${analyzer}.NoOpAnalyzer', 'mode': 'SPARSE'}`],
    ["a", "{'analyzer_class': 'com.example.OwnAnalyzer', 'max_compaction_flush_memory_in_mb': '512'}"],
  ] as const)("of %s may be %s", (column, options) => {
    expect(faults(column, options)).toEqual([]);
  });

  it.each([
    ["a", "{'mode': 'SPARSE'}", "The mode SPARSE is for numbers"],
    ["n", `{'analyzer_class': '${analyzer}.StandardAnalyzer'}`, "StandardAnalyzer is for text and ascii"],
    ["a", "{'analyzer_class': 'StandardAnalyzer'}", "name it by its package and class"],
    ["a", `{'analyzer_class': '${analyzer}.NopeAnalyzer'}`, "There is no analyzer NopeAnalyzer"],
    ["a", "{'max_compaction_flush_memory_in_mb': 'much'}", "is a number, not much"],
    [
      "a",
      `{'analyzer_class': '${analyzer}.NonTokenizingAnalyzer', 'case_sensitive': 'false', 'normalize_lowercase': 'true'}`,
      "case_sensitive does not go with",
    ],
  ] as const)("of %s cannot be %s", (column, options, fault) => {
    expect(faults(column, options)).toEqual([expect.stringContaining(fault)]);
  });
});
