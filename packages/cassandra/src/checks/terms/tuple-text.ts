import type { CqlType } from "../../contract/cql-type.js";
import type { LiteralTerm } from "../../cql/index.js";
import { literalFault } from "./check-literal.js";
import { testLiteral } from "./literal-type.js";

type Tuple = CqlType & { readonly kind: "tuple" };

/**
 * Why a constant is no text of a tuple: `'1:a'`, with `@` for null, and a backslash before a colon that is part of a value.
 * The server takes it beside `(1, 'a')`.
 */
export function tupleTextFault({ type, value }: LiteralTerm, { elements }: Tuple): string | undefined {
  // Hexadecimal digits are the tuple's bytes.
  if (type === "hex" || value === "") return undefined;
  const parts = value.split(/(?<!\\):/);
  if (parts.length > elements.length) return `'${value}' has ${parts.length} values for a tuple of ${elements.length}`;
  for (const [at, part] of parts.entries()) {
    const element = elements[at]!;
    if (part === "@" || element.kind !== "native") continue;
    const text = part.replaceAll(/\\([:@])/g, "$1");
    const constant = { kind: "literal", type: kindOf(text, element.name), value: text } as LiteralTerm;
    if (testLiteral(constant, element) === "no") return `"${text}" is no ${element.name}`;
    const fault = literalFault(constant, element.name);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What a part would be as a constant of its own; texts have no quotes here. */
function kindOf(text: string, type: string): LiteralTerm["type"] {
  if (type === "boolean") return /^(?:true|false)$/i.test(text) ? "boolean" : "string";
  if (type === "uuid" || type === "timeuuid") return /^[0-9a-f-]{36}$/i.test(text) ? "uuid" : "string";
  if (type === "blob") return /^(?:[0-9a-f]{2})*$/i.test(text) ? "hex" : "string";
  if (type === "duration") return "duration";
  if (/^-?\d+$/.test(text) && !["text", "ascii", "inet"].includes(type)) return "integer";
  return /^-?\d+(?:\.\d*)?(?:e[+-]?\d+)?$/i.test(text) && ["float", "double", "decimal"].includes(type)
    ? "float"
    : "string";
}
