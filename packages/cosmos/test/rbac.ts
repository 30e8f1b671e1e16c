import { type CosmosProxy, cosmosAnswer, type HttpRequest } from "@treadle/testbed";

const account = "Microsoft.DocumentDB/databaseAccounts";
const containers = `${account}/sqlDatabases/containers`;

/** Refuses what the data actions do not allow, as the service does: 403 with substatus 5300. Gives the actions in use. */
export function enforceRole(proxy: CosmosProxy, granted: readonly string[]): ReadonlySet<string> {
  const used = new Set<string>();
  const matching = (request: HttpRequest) => {
    const action = actionOf(request);
    if (granted.includes(action)) used.add(action);
    return !granted.includes(action);
  };
  const fault = cosmosAnswer(403, { subStatus: 5300 });
  proxy.faults.injectFault({ fault, matching, requests: Number.POSITIVE_INFINITY });
  return used;
}

/** What a request of the SDK asks for, from its method, path and headers. */
function actionOf({ method, path, headers }: HttpRequest): string {
  const [, collection, docs, id] = /^\/+dbs\/[^/]+\/colls\/([^/]+)\/(docs)(?:\/([^/?]+))?/.exec(path) ?? [];
  if (collection === undefined || docs === undefined) return `${account}/readMetadata`;
  if (id !== undefined) {
    const byMethod: { readonly [method: string]: string } = { PUT: "replace", PATCH: "replace", DELETE: "delete" };
    return `${containers}/items/${byMethod[method] ?? "read"}`;
  }
  const is = (name: string) => String(headers[name] ?? "").toLowerCase() === "true";
  if (is("x-ms-documentdb-isquery") || is("x-ms-cosmos-is-query-plan-request")) return `${containers}/executeQuery`;
  return `${containers}/items/${is("x-ms-documentdb-is-upsert") ? "upsert" : "create"}`;
}
