import type { CqlSpan } from "../span.js";

/** A type as written: `frozen<list<int>>`, `shop.address`, `vector<float, 3>`, `'org.example.MyType'`. */
export type TypeNode = NamedTypeNode | CollectionTypeNode | VectorTypeNode | FrozenTypeNode | CustomTypeNode;

export interface NamedTypeNode {
  readonly kind: "named";
  readonly keyspace: string | undefined;
  readonly name: string;
  readonly span: CqlSpan;
}

export interface CollectionTypeNode {
  readonly kind: "list" | "set" | "map" | "tuple";
  readonly parameters: readonly TypeNode[];
  readonly span: CqlSpan;
}

export interface VectorTypeNode {
  readonly kind: "vector";
  readonly element: TypeNode;
  readonly dimension: number;
  readonly span: CqlSpan;
}

export interface FrozenTypeNode {
  readonly kind: "frozen";
  readonly inner: TypeNode;
  readonly span: CqlSpan;
}

export interface CustomTypeNode {
  readonly kind: "custom";
  readonly className: string;
  readonly span: CqlSpan;
}
