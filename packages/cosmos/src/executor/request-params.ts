import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";
import type { CosmosManifest, JsonKind, ParamOrValue, QueryParam } from "../contract/manifest.js";

export type Params = { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };
export type PartitionKeyValue = string | number | boolean | null;

/** Reads and checks what a request gives to one statement. Every refusal names the path and the kind, never the value. */
export class RequestParams {
  readonly #statement: string;
  readonly #params: Params;

  /** @throws {BridgeError} `Cosmos.InvalidParameter` where a parameter is none of these */
  constructor(statement: string, params: Params, allowed: readonly string[]) {
    this.#statement = statement;
    this.#params = params;
    const extra = Object.keys(params).find((name) => !allowed.includes(name));
    if (extra !== undefined) throw this.refuse(extra, `The statement has no parameter "${extra}".`);
  }

  /** An id that the service takes: at most 1,023 bytes, none of `/ \ ? #`. */
  id(): string {
    return this.#checkedId(this.#params.id, "id");
  }

  /** One value per path of the container's key, outermost first. */
  partitionKey(manifest: CosmosManifest): PartitionKeyValue[] {
    const given = this.#params.partitionKey;
    const values = manifest.partitionKey.length === 1 ? [given] : Array.isArray(given) ? (given as Json[]) : [];
    if (values.length !== manifest.partitionKey.length) {
      const expected = `an array of ${manifest.partitionKey.length} values`;
      throw this.#unfit("partitionKey", given, expected);
    }
    return values.map((value) => this.#checkedKeyValue(value, "partitionKey"));
  }

  ifMatch(): string | undefined {
    const given = this.#params.ifMatch;
    if (given === undefined || typeof given === "string") return given;
    throw this.#unfit("ifMatch", given, "an ETag");
  }

  /** An item with its id and all values of its partition key. */
  item(manifest: CosmosManifest): { item: JsonObject; id: string; partitionKey: PartitionKeyValue[] } {
    const item = this.#params.item;
    if (!isJsonObject(item)) throw this.#unfit("item", item, "an object");
    const id = this.#checkedId(item.id, "item.id");
    const partitionKey = manifest.partitionKey.map((path) => {
      const names = path.slice(1).split("/");
      const value = names.reduce<Json | undefined>((at, name) => (isJsonObject(at) ? at[name] : undefined), item);
      return this.#checkedKeyValue(value, `item.${names.join(".")}`);
    });
    return { item, id, partitionKey };
  }

  /** A declared parameter of a query or patch, of one of its kinds. */
  declared(name: string, declaration: QueryParam): Json {
    const value = this.#params[name];
    const { types } = declaration;
    if (value === undefined || (types !== undefined && !types.includes(kindOf(value) as JsonKind))) {
      throw this.#unfit(name, value, types === undefined ? "a value" : types.join(" or "));
    }
    return value;
  }

  keyPart(part: ParamOrValue, params: { readonly [name: string]: QueryParam }): PartitionKeyValue {
    if (!("param" in part)) return part.value;
    return this.#checkedKeyValue(this.declared(part.param, params[part.param]!), part.param);
  }

  refuse(path: string, message: string, detail: { readonly valueKind?: string } = {}): BridgeError {
    return new BridgeError("Cosmos.InvalidParameter", {
      message,
      outcome: "permanent",
      statement: this.#statement,
      path,
      ...detail,
    });
  }

  #checkedId(value: Json | undefined, path: string): string {
    if (typeof value === "string" && /^[^/\\?#]+$/.test(value) && Buffer.byteLength(value) <= 1023) return value;
    throw this.#unfit(path, value, "an id of 1 to 1,023 bytes without / \\ ? #");
  }

  #checkedKeyValue(value: Json | undefined, path: string): PartitionKeyValue {
    if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value as PartitionKeyValue;
    throw this.#unfit(path, value, "a string, number, boolean or null");
  }

  #unfit(path: string, value: Json | undefined, expected: string): BridgeError {
    if (value === undefined) return this.refuse(path, `The parameter "${path}" is missing.`);
    const valueKind = kindOf(value);
    return this.refuse(path, `"${path}" takes ${expected}; this ${valueKind} is none.`, { valueKind });
  }
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function kindOf(value: Json): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
