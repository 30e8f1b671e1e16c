import type { Json } from "@treadle/expressions";

/** A query, and the values of its parameters where it has some. */
export type ConstructQuery = string | readonly [query: string, parameters: { readonly [name: string]: Json }];

/** Queries of one kind of construct, with what the checker has to say of each. */
export interface Construct {
  /** Right, and run on the local server as well: the results must be of the inferred type. */
  readonly runs: readonly ConstructQuery[];
  /** Right, but no construct that the local server knows: the type of one result, as TypeScript. */
  readonly reads: { readonly [query: string]: string };
  /** Wrong, by the code of the finding; a query with several findings has the code of the first. */
  readonly refused: { readonly [code: string]: readonly string[] };
}

/** The same expression selected from every item. */
export function values(expressions: readonly string[]): readonly string[] {
  return expressions.map((expression) => `SELECT VALUE ${expression} FROM c`);
}

export function typedValues(expressions: { readonly [expression: string]: string }): {
  readonly [query: string]: string;
} {
  return Object.fromEntries(
    Object.entries(expressions).map(([expression, type]) => [`SELECT VALUE ${expression} FROM c`, type]),
  );
}
