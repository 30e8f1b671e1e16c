import type { CqlType, NativeType } from "../contract/cql-type.js";
import { findUserType, type Schema } from "../schema/index.js";

/** What each native type is in TypeScript; capitalised ones are exported by this package. */
const nativeNames: { readonly [type in NativeType]: string } = {
  ascii: "string",
  bigint: "Int64",
  blob: "Base64",
  boolean: "boolean",
  counter: "Int64",
  date: "IsoDate",
  decimal: "Decimal",
  double: "Double",
  duration: "CqlDuration",
  float: "Double",
  inet: "Inet",
  int: "number",
  smallint: "number",
  text: "string",
  time: "IsoTime",
  timestamp: "IsoTimestamp",
  timeuuid: "TimeUuid",
  tinyint: "number",
  uuid: "Uuid",
  varint: "VarInt",
};

/** Prints CQL types as TypeScript, and remembers what must be imported and declared for them. */
export class ValueTypePrinter {
  readonly #schema: Schema;
  readonly imports = new Set<string>();
  /** Interfaces of user-defined types, by name. */
  readonly interfaces = new Map<string, string>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  /** @param taken whether the value goes to the database: then a `bigint` may also be a safe integer */
  print(type: CqlType, taken = false): string {
    switch (type.kind) {
      case "native":
        return this.#native(type.name, taken);
      case "custom":
        return "never";
      case "list":
      case "set":
      case "vector":
        return arrayOf(this.print(type.element, taken));
      case "map":
        return this.#map(type, taken);
      case "tuple":
        return `readonly [${type.elements.map((element) => `${this.print(element, taken)} | null`).join(", ")}]`;
      case "udt":
        return this.#userType(type);
    }
  }

  #native(name: NativeType, taken: boolean): string {
    const printed = taken && (name === "bigint" || name === "counter") ? "Int64Input" : nativeNames[name];
    if (/^[A-Z]/.test(printed)) this.imports.add(printed);
    return printed;
  }

  #map({ key, value }: CqlType & { kind: "map" }, taken: boolean): string {
    const printed = this.print(value, taken);
    const isText = key.kind === "native" && (key.name === "text" || key.name === "ascii");
    if (isText) return `{ readonly [key: string]: ${printed} }`;
    return `readonly (readonly [${this.print(key, taken)}, ${printed}])[]`;
  }

  #userType(type: CqlType & { kind: "udt" }): string {
    const name = pascalCase(type.name);
    if (this.interfaces.has(name)) return name;
    // Set before its fields are printed, which keeps the order of first use.
    this.interfaces.set(name, "");
    const fields = findUserType(this.#schema, type)?.fields ?? new Map<string, CqlType>();
    const lines = [...fields].map(([field, each]) => `  readonly ${propertyName(field)}: ${this.print(each)} | null;`);
    this.interfaces.set(name, `export interface ${name} {\n${lines.join("\n")}\n}`);
    return name;
  }
}

function arrayOf(element: string): string {
  return /^[\w"]+$/.test(element) ? `readonly ${element}[]` : `readonly (${element})[]`;
}

export function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

/** `order_line` → `OrderLine`. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
}
