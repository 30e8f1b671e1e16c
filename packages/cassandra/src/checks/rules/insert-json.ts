import { formatCqlType } from "../../contract/cql-type.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCounterTable } from "../../schema/index.js";
import { jsonFault, namesOf } from "../json/json-fault.js";
import { isJsonObject, parseDocument } from "../json/parse-document.js";
import { modificationRule } from "./rule.js";

/** The document of INSERT … JSON is an object whose members are columns of the table, with values of their types. */
export const insertJson = modificationRule(({ statement, table }, { schema, add }) => {
  if (statement.kind !== "insert" || statement.json?.kind !== "literal" || isCounterTable(table)) return;
  const { span, value } = statement.json;
  const document = parseDocument(value);
  if (document === undefined || document === null || !isJsonObject(document)) {
    add(report["insert-values"]({ what: "What is inserted as JSON must be an object." }), span);
    return;
  }
  const given = namesOf(document);
  for (const [name, member] of given) {
    const column = table.columns.get(name);
    if (column === undefined) {
      add(report["unknown-column"]({ name, table: table.name, known: table.columns.keys() }), span);
    } else if (member !== null) {
      const fault = jsonFault(member, column.type, schema);
      if (fault !== undefined)
        add(report["invalid-literal"]({ what: `"${name}" is ${formatCqlType(column.type)}: ${fault}.` }), span);
    }
  }
  const missing = [...table.partitionKey, ...table.clustering].filter(({ name }) => (given.get(name) ?? null) === null);
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(", ");
  add(
    report["missing-key-column"]({ what: `INSERT needs the whole primary key; ${names} is missing.` }),
    span,
    "execute",
  );
});
