/**
 * A value that is there at once, or comes. Most states need nothing that waits, and a promise for each would be the larger
 * part of their cost.
 */
export type MaybePromise<T> = T | Promise<T>;

/** `use` on a value, at once where it is there. */
export function whenReady<T, R>(value: MaybePromise<T>, use: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(use) : use(value);
}
