import type { Json } from "@treadle/expressions";
import { type ExecutedStatement, sizeOf } from "@treadle/workflow/data-source";
import type { CosmosManifest, QueryStatement } from "../contract/manifest.js";
import { assertFits } from "./assert-fits.js";
import { type Params, RequestParams } from "./request-params.js";
import { type OperationContext, toPartitionKey } from "./run-point-operation.js";

/** Results per page: a page of results of 200 bytes fills the payload. */
const pageItems = 1000;

/** Checks the parameters and gives what runs the query, page after page. */
export function prepareQuery(
  { statement: name }: { readonly manifest: CosmosManifest; readonly statement: string },
  statement: QueryStatement,
  params: Params,
): (context: OperationContext) => Promise<ExecutedStatement> {
  const request = new RequestParams(name, params, Object.keys(statement.params));
  const parameters = Object.entries(statement.params).map(([param, declaration]) => ({
    name: `@${param}`,
    value: request.declared(param, declaration) as never,
  }));
  const key = statement.partitionKey?.map((part) => request.keyPart(part, statement.params));
  return async ({ container, abortSignal }) => {
    const pages = container.items.query<Json>(
      { query: statement.text, parameters },
      {
        abortSignal,
        maxItemCount: statement.result === "one" ? 1 : pageItems,
        ...(key && { partitionKey: toPartitionKey(key) }),
      },
    );
    const rows: Json[] = [];
    let bytes = 2;
    let requestUnits = 0;
    while (pages.hasMoreResults() && !(statement.result === "one" && rows.length > 0)) {
      const page = await pages.fetchNext();
      requestUnits += page.requestCharge;
      // A page may be empty, and its list absent, while more follow.
      for (const row of page.resources ?? []) {
        bytes += sizeOf(row) + 1;
        assertFits(name, bytes);
        rows.push(row);
      }
    }
    if (statement.result === "rows") return { result: rows, measures: { rows: rows.length, requestUnits } };
    const first = rows[0] ?? null;
    return { result: first, measures: { rows: Math.min(rows.length, 1), requestUnits } };
  };
}
