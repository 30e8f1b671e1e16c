import { isDeepStrictEqual } from "node:util";
import type { Item, ItemResponse } from "@azure/cosmos";
import type { JsonObject } from "./json-kind.js";
import { fieldsOf } from "./to-bridge-error.js";

type Response = ItemResponse<{ id: string }>;

/**
 * Whether a replace that was refused because of its ETag had been done by an earlier attempt, whose answer was lost: then
 * what is stored is what was to be written. Where it cannot be read, the refusal stands.
 *
 * @returns the stored item as a replace would give it; undefined where it is another one
 */
export async function findOwnReplace(
  error: unknown,
  target: Item,
  item: JsonObject,
  abortSignal: AbortSignal,
): Promise<Response | undefined> {
  if (Number(fieldsOf(error).code) !== 412) return undefined;
  const stored = await target.read<JsonObject>({ abortSignal }).catch(() => undefined);
  if (stored?.resource === undefined) return undefined;
  return isDeepStrictEqual(ownProperties(stored.resource), ownProperties(item))
    ? (stored as unknown as Response)
    : undefined;
}

/** Those that the service keeps itself. */
const systemProperties = new Set(["_attachments", "_etag", "_lsn", "_metadata", "_rid", "_self", "_ts"]);

function ownProperties(item: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !systemProperties.has(name)));
}
