import type { CastTerm, Term, TypeNode } from "./nodes/index.js";
import { reservedWords } from "./token.js";

/** How a name inside a printed term is written: as it must be typed, or bare as in the names of result columns. */
interface PrintStyle {
  readonly name: (name: string) => string;
  readonly call: (keyspace: string | undefined, name: string) => string;
  readonly type: (type: TypeNode) => string;
  readonly marker: (name: string | undefined) => string;
  /** Whether a cast leaves the type as it is, so that its name is the operand's. */
  readonly isIdle: (cast: CastTerm) => boolean;
}

const source: PrintStyle = {
  name: quoteName,
  call: (keyspace, name) => (keyspace === undefined ? quoteName(name) : `${quoteName(keyspace)}.${quoteName(name)}`),
  type: printTypeNode,
  marker: (name) => (name === undefined ? "?" : `:${quoteName(name)}`),
  isIdle: () => false,
};

/** A term as it would be written in a statement. */
export function printTerm(term: Term): string {
  return print(term, source);
}

/** The name that Cassandra gives a result column made by this term. */
export function printTermName(term: Term, style: Pick<PrintStyle, "call" | "type" | "isIdle">): string {
  return print(term, { ...style, name: (name) => name, marker: () => "?" });
}

/** In double quotes where it would else be folded or taken for a keyword. */
export function quoteName(name: string): string {
  return /^[a-z][a-z0-9_]*$/.test(name) && !reservedWords.has(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

export function printTypeNode(type: TypeNode): string {
  switch (type.kind) {
    case "named":
      return type.keyspace === undefined ? quoteName(type.name) : `${quoteName(type.keyspace)}.${quoteName(type.name)}`;
    case "frozen":
      return `frozen<${printTypeNode(type.inner)}>`;
    case "vector":
      return `vector<${printTypeNode(type.element)}, ${type.dimension}>`;
    case "custom":
      return `'${type.className.replaceAll("'", "''")}'`;
    default:
      return `${type.kind}<${type.parameters.map(printTypeNode).join(", ")}>`;
  }
}

function print(term: Term, style: PrintStyle): string {
  const all = (terms: readonly Term[]): string => terms.map((each) => print(each, style)).join(", ");
  switch (term.kind) {
    case "literal":
      return term.type === "string" ? `'${term.value.replaceAll("'", "''")}'` : term.value;
    case "null":
      return "NULL";
    case "marker":
      return style.marker(term.name);
    case "list":
      return `[${all(term.elements)}]`;
    case "set":
      return `{${all(term.elements)}}`;
    case "map":
      return `{${term.entries.map(({ key, value }) => `${print(key, style)}: ${print(value, style)}`).join(", ")}}`;
    case "fields":
      return `{${term.fields.map(({ name, value }) => `${style.name(name.name)}: ${print(value, style)}`).join(", ")}}`;
    case "tuple":
      return `(${all(term.elements)})`;
    case "call":
      return `${style.call(term.keyspace, term.name.name)}(${all(term.arguments)})`;
    case "typeHint":
      return `(${style.type(term.type)})${print(term.operand, style)}`;
    case "cast":
      if (style.isIdle(term)) return print(term.operand, style);
      return `cast(${print(term.operand, style)} as ${style.type(term.type)})`;
    case "operation":
      return `${print(term.left, style)} ${term.operator} ${print(term.right, style)}`;
    case "negation":
      return `-${print(term.operand, style)}`;
    case "column":
      return style.name(term.name);
    case "field":
      return `${print(term.operand, style)}.${style.name(term.field.name)}`;
    case "element":
      return `${print(term.operand, style)}[${print(term.key, style)}]`;
    case "slice":
      return `${print(term.operand, style)}[${term.from ? print(term.from, style) : ""}..${term.to ? print(term.to, style) : ""}]`;
    case "metadata":
      return `${term.function}(${print(term.operand, style)})`;
    case "countRows":
      return "count";
  }
}
