/** The types that take no arguments. `varchar` is read as `text`, which is the same type. */
export const nativeTypes = [
  "ascii",
  "bigint",
  "blob",
  "boolean",
  "counter",
  "date",
  "decimal",
  "double",
  "duration",
  "float",
  "inet",
  "int",
  "smallint",
  "text",
  "time",
  "timestamp",
  "timeuuid",
  "tinyint",
  "uuid",
  "varint",
] as const;

export type NativeType = (typeof nativeTypes)[number];

/**
 * A CQL type as a tree. `frozen` is kept where it changes what a statement may do; a tuple and a vector are always
 * frozen, and so is everything inside a frozen type.
 */
export type CqlType =
  | { readonly kind: "native"; readonly name: NativeType }
  | { readonly kind: "list" | "set"; readonly element: CqlType; readonly frozen: boolean }
  | { readonly kind: "map"; readonly key: CqlType; readonly value: CqlType; readonly frozen: boolean }
  | { readonly kind: "tuple"; readonly elements: readonly CqlType[] }
  | { readonly kind: "vector"; readonly element: CqlType; readonly dimension: number }
  /** A Java class of the server that is none of the types above: bytes to everybody else. */
  | { readonly kind: "custom"; readonly className: string }
  | {
      readonly kind: "udt";
      /** Set where the type is written with its keyspace: `shop.address`. */
      readonly keyspace: string | undefined;
      /** As the server keeps it: folded to lower case unless it was quoted. */
      readonly name: string;
      readonly frozen: boolean;
    };

/**
 * Prints a type so that equal types print equally: lower case, `text` for `varchar`, quoted names only where needed, and
 * `frozen<…>` only at the outermost place where it says something.
 */
export function formatCqlType(type: CqlType): string {
  switch (type.kind) {
    case "native":
      return type.name;
    case "custom":
      return `'${type.className}'`;
    case "list":
    case "set":
      return freeze(type.frozen, `${type.kind}<${formatInside(type.element, type.frozen)}>`);
    case "map":
      return freeze(
        type.frozen,
        `map<${formatInside(type.key, type.frozen)}, ${formatInside(type.value, type.frozen)}>`,
      );
    case "tuple":
      return `tuple<${type.elements.map((element) => formatInside(element, true)).join(", ")}>`;
    case "vector":
      return `vector<${formatInside(type.element, true)}, ${type.dimension}>`;
    case "udt": {
      const keyspace = type.keyspace === undefined ? "" : `${formatCqlName(type.keyspace)}.`;
      return freeze(type.frozen, `${keyspace}${formatCqlName(type.name)}`);
    }
  }
}

/** The type without its `frozen`, at every depth: two types that hold the same values become equal. */
export function thawCqlType(type: CqlType): CqlType {
  switch (type.kind) {
    case "native":
    case "custom":
      return type;
    case "list":
    case "set":
      return { ...type, element: thawCqlType(type.element), frozen: false };
    case "map":
      return { ...type, key: thawCqlType(type.key), value: thawCqlType(type.value), frozen: false };
    case "tuple":
      return { ...type, elements: type.elements.map(thawCqlType) };
    case "vector":
      return { ...type, element: thawCqlType(type.element) };
    case "udt":
      return { ...type, frozen: false };
  }
}

/** A name as CQL reads it back: quoted where folding to lower case would change it. */
export function formatCqlName(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

function freeze(frozen: boolean, text: string): string {
  return frozen ? `frozen<${text}>` : text;
}

function formatInside(type: CqlType, insideFrozen: boolean): string {
  return formatCqlType(insideFrozen && "frozen" in type ? { ...type, frozen: false } : type);
}
