import { type Json, type JsonObject, setOwn } from "./json.js";

interface Variable {
  readonly value: Json;
  readonly bytes: number;
}

/** Variables of one block of states; inner blocks read the outer ones and write only their own. */
export class VariableScope {
  /** UTF-8 bytes of all variables of the execution. */
  readonly usage: { bytes: number };
  readonly #outer: VariableScope | undefined;
  /** Made when the first is assigned: most iterations have none. */
  #own: Map<string, Variable> | undefined;

  constructor(outer?: VariableScope) {
    this.#outer = outer;
    this.usage = outer?.usage ?? { bytes: 0 };
  }

  has(name: string): boolean {
    return this.#own?.has(name) || (this.#outer?.has(name) ?? false);
  }

  get(name: string): Json | undefined {
    return this.#own?.has(name) ? this.#own.get(name)?.value : this.#outer?.get(name);
  }

  assign(values: Readonly<JsonObject>): void {
    this.#own ??= new Map();
    for (const [name, value] of Object.entries(values)) {
      const bytes = Buffer.byteLength(JSON.stringify(value));
      this.usage.bytes += bytes - (this.#own.get(name)?.bytes ?? 0);
      this.#own.set(name, { value, bytes });
    }
  }

  /** UTF-8 bytes of those of the block's own variables. */
  measureOwn(names: readonly string[]): number {
    return names.reduce((sum, name) => sum + (this.#own?.get(name)?.bytes ?? 0), 0);
  }

  /** Gives back what the variables took, when their block has ended. */
  release(): void {
    for (const { bytes } of this.#own?.values() ?? []) this.usage.bytes -= bytes;
  }

  /** The block's own variables. */
  toOwnObject(): JsonObject {
    const object = {};
    for (const [name, { value }] of this.#own ?? []) setOwn(object, name, value);
    return object;
  }

  /** All variables that can be read here. */
  toObject(): JsonObject {
    const object = this.#outer?.toObject() ?? {};
    for (const [name, { value }] of this.#own ?? []) setOwn(object, name, value);
    return object;
  }
}
