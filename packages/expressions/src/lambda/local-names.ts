import { freshName } from "../nodes/substitute.js";

/** Functions of JSONata and of Step Functions, which has no `$eval`. */
export const builtInFunctions: ReadonlySet<string> = new Set(
  `abs append assert average base64decode base64encode boolean ceil clone contains count decodeUrl decodeUrlComponent
  distinct each encodeUrl encodeUrlComponent error exists filter floor formatBase formatInteger formatNumber
  fromMillis hash join keys length lookup lowercase map match max merge millis min not now number pad
  parse parseInteger partition power random range reduce replace reverse round shuffle sift single sort split spread
  sqrt string substring substringAfter substringBefore sum toMillis trim type uppercase uuid zip`.split(/\s+/),
);

/** Names that the engine or Step Functions keep: those of their functions, and those that every object of the engine has. */
const kept: ReadonlySet<string> = new Set([
  ...builtInFunctions,
  "eval",
  "states",
  ...Object.getOwnPropertyNames(Object.prototype),
]);

/** Names of lambda parameters and bindings: unique within an expression, so that none ever hides another. */
export class LocalNames {
  #used: Set<string> | undefined;
  readonly #reserved: (() => Iterable<string>)[] = [];

  /** Keeps names free, such as those of steps, whose variables a local must not hide; they are asked for with the first local. */
  reserve(names: () => Iterable<string>): void {
    this.#reserved.push(names);
  }

  /** The wanted name, or the first free one after it. */
  take(wanted: string): string {
    this.#used ??= new Set(kept);
    for (const names of this.#reserved.splice(0)) for (const name of names()) this.#used.add(name);
    return freshName(wanted.replace(/[^A-Za-z0-9_]/g, "_"), this.#used);
  }
}
