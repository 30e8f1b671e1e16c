import { type Json, type JsonObject, setOwn } from "./json.js";

/** Variables of one block of states; inner blocks read the outer ones and write only their own. */
export class VariableScope {
  readonly #values = new Map<string, Json>();
  readonly #outer: VariableScope | undefined;

  constructor(outer?: VariableScope) {
    this.#outer = outer;
  }

  has(name: string): boolean {
    return this.#values.has(name) || (this.#outer?.has(name) ?? false);
  }

  get(name: string): Json | undefined {
    return this.#values.has(name) ? this.#values.get(name) : this.#outer?.get(name);
  }

  assign(values: Readonly<JsonObject>): void {
    for (const [name, value] of Object.entries(values)) this.#values.set(name, value);
  }

  /** All variables that can be read here. */
  toObject(): JsonObject {
    const object = this.#outer?.toObject() ?? {};
    for (const [name, value] of this.#values) setOwn(object, name, value);
    return object;
  }
}
