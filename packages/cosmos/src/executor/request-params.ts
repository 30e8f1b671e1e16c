import type { Json } from "@treadle/expressions";
import { BridgeError } from "@treadle/workflow/data-source";
import type { CosmosManifest, JsonKind, ParamOrValue, QueryParam } from "../contract/manifest.js";
import { findMismatch } from "./find-mismatch.js";
import { isJsonObject, type JsonObject, kindOf } from "./json-kind.js";

export type Params = { readonly [name: string]: Json };
export type PartitionKeyValue = string | number | boolean | null;

export interface GivenItem {
  readonly item: JsonObject;
  readonly id: string;
  readonly partitionKey: PartitionKeyValue[];
}

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
  id(name = "id"): string {
    return this.#checkedId(this.#params[name], name);
  }

  /** One value per path of the container's key, outermost first. */
  partitionKey(manifest: CosmosManifest): PartitionKeyValue[] {
    return this.#checkedKey(manifest, this.#params.partitionKey, "partitionKey");
  }

  #checkedKey(manifest: CosmosManifest, given: Json | undefined, path: string): PartitionKeyValue[] {
    const values = manifest.partitionKey.length === 1 ? [given] : Array.isArray(given) ? (given as Json[]) : [];
    if (values.length !== manifest.partitionKey.length) {
      const expected = `an array of ${manifest.partitionKey.length} values`;
      throw this.#unfit(path, given, expected);
    }
    return values.map((value) => this.#checkedKeyValue(value, path));
  }

  ifMatch(): string | undefined {
    const given = this.#params.ifMatch;
    if (given === undefined || typeof given === "string") return given;
    throw this.#unfit("ifMatch", given, "an ETag");
  }

  /** The ETag that a replaced item must still have: `ifMatch`, else the one it was read with; null asks for none. */
  ifMatchOf(item: JsonObject): string | undefined {
    if (this.#params.ifMatch === null) return undefined;
    return this.ifMatch() ?? (typeof item._etag === "string" ? item._etag : undefined);
  }

  /** Where an earlier page ended; undefined for the first. */
  continuation(): string | undefined {
    const given = this.#params.continuation ?? undefined;
    if (given === undefined || typeof given === "string") return given;
    throw this.#unfit("continuation", given, "what an earlier page gave as next");
  }

  /** The items of a bulk operation, each with its id and partition key. */
  items(manifest: CosmosManifest): readonly GivenItem[] {
    return this.#list("items").map((item, index) => this.#checkedItem(manifest, item, `items[${index}]`));
  }

  /** The keys of a bulk delete. */
  keys(manifest: CosmosManifest): readonly Omit<GivenItem, "item">[] {
    return this.#list("keys").map((key, index) => {
      const path = `keys[${index}]`;
      if (!isJsonObject(key)) throw this.#unfit(path, key, "an object of id and partitionKey");
      return {
        id: this.#checkedId(key.id, `${path}.id`),
        partitionKey: this.#checkedKey(manifest, key.partitionKey, `${path}.partitionKey`),
      };
    });
  }

  #list(name: string): readonly Json[] {
    const given = this.#params[name];
    if (Array.isArray(given)) return given as readonly Json[];
    throw this.#unfit(name, given, "an array");
  }

  /** An item with its id and all values of its partition key. */
  item(manifest: CosmosManifest, name = "item"): GivenItem {
    return this.#checkedItem(manifest, this.#params[name], name);
  }

  #checkedItem(manifest: CosmosManifest, item: Json | undefined, place: string): GivenItem {
    if (!isJsonObject(item)) throw this.#unfit(place, item, "an object");
    const id = this.#checkedId(item.id, `${place}.id`);
    const partitionKey = manifest.partitionKey.map((path) => {
      const names = path.slice(1).split("/");
      const value = names.reduce<Json | undefined>((at, name) => (isJsonObject(at) ? at[name] : undefined), item);
      return this.#checkedKeyValue(value, `${place}.${names.join(".")}`);
    });
    const mismatch = manifest.itemShape && findMismatch(manifest.itemShape, item);
    if (mismatch !== undefined) {
      const { path, expected, valueKind } = mismatch;
      const at = path === "" ? place : `${place}.${path}`;
      throw this.refuse(at, `"${at}" takes ${expected}; this is ${valueKind}.`, { valueKind });
    }
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
