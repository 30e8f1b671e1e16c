import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCounterTable, isNative } from "../../schema/index.js";
import { modificationRule } from "./rule.js";

/** A counter is added to or taken from, without condition, timestamp or time to live. */
export const counterOperations = modificationRule(({ operations, statement, table }, { add }) => {
  if (!isCounterTable(table)) return;
  for (const { column, source, name } of operations) {
    const isSet = "kind" in source && source.kind === "set";
    if (!isSet || !isNative(column.type, "counter")) continue;
    add(
      report["invalid-counter-operation"]({
        what: `"${column.name}" is a counter and cannot be set.`,
        help: `Write ${column.name} = ${column.name} + n.`,
      }),
      name.span,
    );
  }
  const { timestamp, ttl } = statement.using;
  for (const using of [timestamp, ttl]) {
    if (using === undefined) continue;
    const what = `Counters take no ${using === ttl ? "TTL" : "TIMESTAMP"}.`;
    add(report["invalid-using"]({ what }), using.span);
  }
  if (statement.conditions !== undefined) {
    add(report["invalid-condition"]({ what: "Counters cannot be written on a condition." }), statement.conditions.span);
  }
});
