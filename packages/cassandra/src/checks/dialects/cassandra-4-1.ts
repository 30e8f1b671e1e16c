import type { Keyspace } from "../../schema/index.js";
import { allTerms } from "../resolve/terms-of-statement.js";
import type { Dialect, StatementFault } from "./dialect.js";

/** Functions of 5.0: mathematics, collections, masking, similarity, and the names with underscores. */
const newFunctions =
  /^(?:abs|exp|log|log10|round|mask_\w+|similarity_\w+|map_keys|map_values|collection_\w+|to_\w+|current_\w+|m(?:in|ax)_timeuuid|\w+_as_blob|blob_as_\w+)$/;

/** Cassandra before vectors and storage-attached indexes. */
export const cassandra41: Dialect = {
  title: "Cassandra 4.1",
  schemaFaults: (keyspace) => [...vectorColumns(keyspace), ...attachedIndexes(keyspace)],
  statementFaults: (statement) => {
    const faults: StatementFault[] = [];
    for (const term of allTerms(statement)) {
      if (term.kind === "call" && (term.keyspace ?? "system") === "system" && newFunctions.test(term.name.name)) {
        faults.push({ what: `The function ${term.name.name} is used`, span: term.span });
      }
      if (term.kind === "metadata" && term.function === "maxwritetime") {
        faults.push({ what: "The function maxwritetime is used", span: term.span });
      }
    }
    for (const { conditionColumns } of statement.kind === "modification" ? [statement] : []) {
      for (const { condition } of conditionColumns) {
        if (condition.operator === "contains" || condition.operator === "contains key") {
          faults.push({ what: "IF asks by CONTAINS", span: condition.span });
        }
      }
    }
    return faults;
  },
};

function vectorColumns({ tables }: Keyspace): readonly string[] {
  return [...tables.values()].flatMap(({ name, columns }) =>
    [...columns.values()]
      .filter(({ type }) => type.kind === "vector")
      .map((column) => `Column ${column.name} of ${name} is a vector`),
  );
}

function attachedIndexes({ tables }: Keyspace): readonly string[] {
  return [...tables.values()].flatMap(({ indexes }) =>
    [...indexes.values()].filter(({ kind }) => kind === "sai").map(({ name }) => `Index ${name} is storage-attached`),
  );
}
