import { isJsonObject, type Json, type JsonObject } from "../../json.js";

/** Why an intrinsic function refuses its arguments. */
export class IntrinsicArgumentError extends Error {}

/** Reads the arguments of one call by position, and refuses those of a wrong type. */
export class ArgumentReader {
  readonly #args: readonly Json[];

  constructor(args: readonly Json[]) {
    this.#args = args;
  }

  get count(): number {
    return this.#args.length;
  }

  expectCount(least: number, most = least): void {
    if (this.count < least || this.count > most) {
      throw new IntrinsicArgumentError(
        `takes ${least === most ? least : `${least} to ${most}`} arguments, got ${this.count}`,
      );
    }
  }

  value(position: number): Json {
    return this.#args[position] as Json;
  }

  array(position: number): Json[] {
    const value = this.value(position);
    return Array.isArray(value) ? value : this.#refuse(position, "an array");
  }

  object(position: number): JsonObject {
    const value = this.value(position);
    return isJsonObject(value) ? value : this.#refuse(position, "an object");
  }

  string(position: number): string {
    const value = this.value(position);
    return typeof value === "string" ? value : this.#refuse(position, "a string");
  }

  boolean(position: number): boolean {
    const value = this.value(position);
    return typeof value === "boolean" ? value : this.#refuse(position, "a boolean");
  }

  /** Step Functions rounds a fraction to the nearest whole number, halves up. */
  roundedNumber(position: number): number {
    const value = this.value(position);
    return typeof value === "number" ? Math.round(value) : this.#refuse(position, "a number");
  }

  #refuse(position: number, wanted: string): never {
    throw new IntrinsicArgumentError(
      `wants ${wanted} as argument ${position + 1}, got ${JSON.stringify(this.value(position))}`,
    );
  }
}
