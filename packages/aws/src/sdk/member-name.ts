import type { MemberNames } from "./generated/member-names.js";

type Upper = Uppercase<Lower>;
type Lower =
  | ("a" | "b" | "c" | "d" | "e" | "f" | "g" | "h" | "i" | "j" | "k" | "l" | "m")
  | ("n" | "o" | "p" | "q" | "r" | "s" | "t" | "u" | "v" | "w" | "x" | "y" | "z");

/**
 * A member of an SDK's shape as Step Functions spells it: in PascalCase, as the Java SDK's accessors have it. `DBInstanceArn` is
 * `DbInstanceArn`, `clusterArn` is `ClusterArn`; what that SDK renames beyond the rule is in a generated table.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export type MemberName<K> = K extends keyof MemberNames
  ? MemberNames[K]
  : K extends `${infer First}${infer Rest}`
    ? Rest extends `${Upper}${string}`
      ? `${Uppercase<First>}${LowerRun<Rest>}`
      : `${Uppercase<First>}${Rest}`
    : never;

/** The capitals after the first one, but for the one that begins the next word. */
type LowerRun<T extends string> = T extends `${infer First extends Upper}${infer Rest}`
  ? Rest extends `${Lower}${string}`
    ? T
    : `${Lowercase<First>}${LowerRun<Rest>}`
  : T;
