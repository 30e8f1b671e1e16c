import type { MemberName } from "./member-name.js";

/**
 * A value of an SDK's shape as it is in state data: members renamed, timestamps as RFC 3339 text, bytes and streams as text, long
 * numbers as numbers. Members that the SDK requires, or always gives, are required here.
 */
export type StatesValue<T> = 0 extends 1 & T
  ? unknown
  : T extends string | number | boolean | null
    ? T
    : T extends bigint
      ? number
      : T extends Bytes
        ? string
        : T extends Unsendable
          ? never
          : T extends readonly (infer E)[]
            ? readonly StatesValue<E>[]
            : T extends object
              ? string extends keyof T
                ? { readonly [K in keyof T]: StatesValue<Exclude<T[K], undefined>> }
                : {
                    readonly [K in keyof T as K extends `$${string}` ? never : MemberName<K>]: StatesValue<
                      Exclude<T[K], undefined>
                    >;
                  }
              : never;

type Bytes = Date | Uint8Array | { transformToString(...encoding: never): unknown };

/** Streams and blobs beside which the SDK takes text, members of a union that a newer service may add, functions. */
type Unsendable =
  | { pipe(...to: never): unknown }
  | { getReader(...options: never): unknown }
  | { arrayBuffer(): unknown }
  | { readonly $unknown: readonly unknown[] }
  | ((...args: never) => unknown)
  | symbol
  | undefined;
