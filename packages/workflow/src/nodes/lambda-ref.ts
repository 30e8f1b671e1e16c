/**
 * A lambda that the compiler lowers. Modules that the compiler loads have each such lambda marked with the place it was
 * written at and with what it captured; a lambda that was not marked can run in Node but cannot be compiled.
 */
export interface LambdaRef {
  readonly kind: "lambda";
  /** The scope's type is known to the builder only. */
  readonly run: (scope: never) => unknown;
  readonly mark: LambdaMark | undefined;
}

/** What the module hook attaches to an expression lambda. */
export interface LambdaMark {
  /** Key of the lowered form: `<file>:<line>:<column>` of the lambda. */
  readonly site: string;
  /** The values of the captured constants, by the text of their reference; absent where there are none. */
  readonly captures?: () => { readonly [reference: string]: unknown };
}

const lambdaMark = Symbol.for("treadle.lambda-mark");

/** Called by rewritten modules. Gives back the same function. */
export function markLambda<F extends (scope: never) => unknown>(
  lambda: F,
  site: string,
  captures?: LambdaMark["captures"],
): F {
  const mark: LambdaMark = Object.freeze({ site, ...(captures && { captures }) });
  Object.defineProperty(lambda, lambdaMark, { value: mark, configurable: true });
  return lambda;
}

export function toLambdaRef(run: (scope: never) => unknown): LambdaRef {
  const mark = (run as unknown as { readonly [lambdaMark]?: LambdaMark })[lambdaMark];
  return Object.freeze({ kind: "lambda", run, mark });
}
