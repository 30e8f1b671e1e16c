declare const refused: unique symbol;

/** A type that no value has; where one stands in the way, the compiler's message says in words what is wrong. */
export interface Refusal<Text extends string> {
  readonly [refused]: Text;
}

/** How deep values are looked through; types can be recursive, and deeper ones are left to the compiler's other checks. */
type MostDepth = 4;

/** What can flow through a state machine is JSON: the words for the first part of a value that is not; never for JSON. */
type NoData<V, Depth extends readonly 0[] = []> = 0 extends 1 & V
  ? never
  : V extends string | number | boolean | null | undefined
    ? never
    : V extends bigint
      ? "a bigint is no JSON; take a number, or a string of digits"
      : V extends symbol
        ? "a symbol is no JSON"
        : V extends (...args: never) => unknown
          ? "a function is no JSON, and cannot flow through a state machine"
          : V extends Date
            ? "a Date is no JSON; take a string in RFC 3339, such as s.now()"
            : V extends ReadonlyMap<unknown, unknown> | WeakMap<never, unknown>
              ? "a Map is no JSON; take an object, or an array of entries"
              : V extends ReadonlySet<unknown> | WeakSet<never>
                ? "a Set is no JSON; take an array"
                : V extends PromiseLike<unknown>
                  ? "a Promise is no JSON; what takes time is a task"
                  : Depth["length"] extends MostDepth
                    ? never
                    : V extends readonly (infer E)[]
                      ? NoData<E, [...Depth, 0]>
                      : V extends object
                        ? { [K in keyof V]-?: NoData<V[K], [...Depth, 0]> }[keyof V]
                        : never;

/** Data at first sight, as most values are: one comparison in the place of a look at each member. */
type Simple = string | number | boolean | null | undefined;
type Flat = Simple | readonly Simple[] | { readonly [member: string]: Simple };

/** `unknown` for JSON, so that an intersection with it changes nothing; else a refusal in words. */
export type DataOnly<V> = NoInfer<[V] extends [Flat] ? unknown : Refused<NoData<V>>>;

/** The words are `any` where another error left no type to look at. */
type Refused<Words extends string> = [Words] extends [never]
  ? unknown
  : string extends Words
    ? unknown
    : Refusal<Words>;
