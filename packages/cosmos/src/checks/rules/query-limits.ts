import { cosmosDiagnostics } from "../../diagnostics.js";
import type { Span } from "../../sql/span.js";
import { fixedValues } from "../fixed-values.js";
import type { QueryRule } from "../rule.js";

const textLimitBytes = 512 * 1024;
const joinLimit = 10;
const functionLimit = 10;
const countLimit = 2 ** 31 - 1;
const idLimitBytes = 1023;
const keyLimitBytes = 2048;

/**
 * The service's limits on a query, and on the ids and keys that it can find.
 *
 * @see https://learn.microsoft.com/azure/cosmos-db/concepts-limits
 */
export const queryLimits: QueryRule = (context) => {
  const { text, container, at, report } = context;
  const refuse = (problem: string, span: Span): void =>
    report(cosmosDiagnostics["query-limit"]({ problem: `${problem} (at ${at(span.start)} of the query)` }), span);
  if (bytesOf(text) > textLimitBytes) {
    report(cosmosDiagnostics["query-limit"]({ problem: `The query has ${bytesOf(text)} bytes, but 524,288 at most` }));
  }
  const fixed = fixedValues(context);
  const id = fixed.get("/id");
  if (id?.kind === "literal" && typeof id.value === "string" && !isId(id.value)) {
    refuse("No item has this id: an id has 1 to 1,023 bytes, and none of / \\ ? #", id);
  }
  for (const path of container.partitionKey ?? []) {
    const value = fixed.get(path);
    if (value?.kind === "literal" && typeof value.value === "string" && bytesOf(value.value) > keyLimitBytes) {
      refuse(`No item has this value at ${path}: a partition key has 2,048 bytes at most`, value);
    }
  }
  let functions = 0;
  return {
    query({ from, select, offsetLimit }) {
      for (const count of [select.top, offsetLimit?.offset, offsetLimit?.limit]) {
        if (count?.kind === "literal" && Number(count.value) > countLimit)
          refuse(`TOP, OFFSET and LIMIT are 2,147,483,647 at most, not ${String(count.value)}`, count);
      }
      const tooMany = from?.joins[joinLimit];
      if (from && tooMany) refuse(`The query has ${from.joins.length} joins, but ${joinLimit} at most`, tooMany);
    },
    expression(node) {
      if (node.kind !== "call" || !node.udf) return;
      functions += 1;
      if (functions === functionLimit + 1)
        refuse(`The query calls more than ${functionLimit} functions of the user`, node);
    },
  };
};

function isId(value: string): boolean {
  return /^[^/\\?#]+$/.test(value) && bytesOf(value) <= idLimitBytes;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
