/**
 * What a value is after `JSON.stringify` and `JSON.parse`, which is how a function's result reaches the state machine:
 * a `Date` is a string, fields that are functions or `undefined` are gone.
 */
export type Serialized<T> = T extends { toJSON(): infer J }
  ? Serialized<J>
  : T extends string | number | boolean | null
    ? T
    : T extends bigint | symbol | ((...args: never) => unknown)
      ? never
      : T extends readonly unknown[]
        ? { -readonly [K in keyof T]: Serialized<T[K]> }
        : T extends object
          ? { [K in keyof T as SerializedKey<K, T[K]>]: Serialized<Exclude<T[K], undefined>> }
          : unknown;

type SerializedKey<K, V> = K extends symbol
  ? never
  : [Exclude<V, undefined>] extends [symbol | ((...args: never) => unknown)]
    ? never
    : K;
