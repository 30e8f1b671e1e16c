import { isJsonObject, type Json, type JsonObject } from "../../json.js";

/** Why an intrinsic function refuses its arguments. */
export class IntrinsicArgumentError extends Error {
  readonly what: "arguments" | "template";

  constructor(problem = "", what: "arguments" | "template" = "arguments") {
    super(problem);
    this.what = what;
  }
}

/** An intrinsic function refuses its arguments without saying more, as Step Functions mostly does. */
export function refuseArguments(): never {
  throw new IntrinsicArgumentError();
}

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
    if (this.count < least || this.count > most) refuseArguments();
  }

  value(position: number): Json {
    return this.#args[position] as Json;
  }

  array(position: number): Json[] {
    const value = this.value(position);
    return Array.isArray(value) ? value : refuseArguments();
  }

  object(position: number): JsonObject {
    const value = this.value(position);
    return isJsonObject(value) ? value : refuseArguments();
  }

  string(position: number): string {
    const value = this.value(position);
    return typeof value === "string" ? value : refuseArguments();
  }

  boolean(position: number): boolean {
    const value = this.value(position);
    return typeof value === "boolean" ? value : refuseArguments();
  }

  number(position: number): number {
    const value = this.value(position);
    return typeof value === "number" ? value : refuseArguments();
  }

  /** What is after the point does not count. */
  wholeNumber(position: number): number {
    // Adding nothing turns a negative zero into zero.
    return Math.trunc(this.number(position)) + 0;
  }
}
