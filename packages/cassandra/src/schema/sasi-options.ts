import { formatCqlType } from "../contract/cql-type.js";
import type { CreateIndexStatement } from "../cql/index.js";
import type { Column } from "./schema-model.js";
import { isNative } from "./type-traits.js";

const analyzerPackage = "org.apache.cassandra.index.sasi.analyzer.";
const textAnalyzers: readonly string[] = ["StandardAnalyzer", "NonTokenizingAnalyzer", "DelimiterAnalyzer"];

/** What is wrong with the options of a SASI index on a column; options that SASI does not know it passes over. */
export function sasiOptionsFault(
  options: CreateIndexStatement["options"],
  { name, type }: Pick<Column, "name" | "type">,
): string | undefined {
  const isText = isNative(type, "text", "ascii");
  const mode = options.mode?.toUpperCase() ?? "PREFIX";
  if (!["PREFIX", "CONTAINS", "SPARSE"].includes(mode))
    return `There is no mode ${mode} of SASI: those are PREFIX, CONTAINS and SPARSE.`;
  if (mode === "SPARSE" && isText)
    return `The mode SPARSE is for numbers and times, and "${name}" is ${formatCqlType(type)}.`;
  const memory = options.max_compaction_flush_memory_in_mb;
  if (memory !== undefined && !/^-?\d+$/.test(memory))
    return `max_compaction_flush_memory_in_mb is a number, not ${memory}.`;
  const { analyzer_class: className } = options;
  if (className === undefined) return undefined;
  // With a package of its own it may be a class of the server's owner.
  if (!className.includes(".")) return `There is no analyzer ${className}; name it by its package and class.`;
  if (!className.startsWith(analyzerPackage)) return undefined;
  const analyzer = className.slice(analyzerPackage.length);
  if (analyzer !== "NoOpAnalyzer" && !textAnalyzers.includes(analyzer)) {
    return `There is no analyzer ${analyzer}: those are NoOpAnalyzer, ${textAnalyzers.join(", ")}.`;
  }
  if (textAnalyzers.includes(analyzer) && !isText)
    return `${analyzer} is for text and ascii, and "${name}" is ${formatCqlType(type)}.`;
  const normalizes = "normalize_lowercase" in options || "normalize_uppercase" in options;
  return analyzer === "NonTokenizingAnalyzer" && "case_sensitive" in options && normalizes
    ? "case_sensitive does not go with normalize_lowercase or normalize_uppercase."
    : undefined;
}
