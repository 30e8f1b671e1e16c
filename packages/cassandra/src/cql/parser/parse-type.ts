import { CqlSyntaxError } from "../cql-syntax-error.js";
import type { TypeNode } from "../nodes/index.js";
import type { TokenReader } from "./token-reader.js";

const arity = { list: 1, set: 1, map: 2, frozen: 1 } as const;

export function parseType(reader: TokenReader): TypeNode {
  const first = reader.peek();
  if (first.kind === "string") {
    reader.next();
    return { kind: "custom", className: first.value, span: first.span };
  }
  if (first.kind === "word" && reader.isSymbol("<", 1)) return parseParameterized(reader);
  const { keyspace, name } = reader.qualifiedName("a type");
  return {
    kind: "named",
    keyspace: keyspace?.name,
    name: name.name,
    span: reader.spanSince(first),
  };
}

function parseParameterized(reader: TokenReader): TypeNode {
  const first = reader.next();
  reader.expectSymbol("<");
  if (first.value === "vector") {
    const element = parseType(reader);
    reader.expectSymbol(",");
    const dimension = Number(reader.expectKind("integer", "the vector's dimension").text);
    closeAngle(reader);
    return { kind: "vector", element, dimension, span: reader.spanSince(first) };
  }
  const parameters = reader.list(() => parseType(reader));
  closeAngle(reader);
  const span = reader.spanSince(first);
  const name = first.value;
  if (name === "tuple") return { kind: "tuple", parameters, span };
  if (name !== "list" && name !== "set" && name !== "map" && name !== "frozen") {
    throw new CqlSyntaxError(
      `${first.text} is no type with parameters: those are list, set, map, tuple, vector, frozen`,
      first.span,
    );
  }
  if (parameters.length !== arity[name]) {
    throw new CqlSyntaxError(`${name} takes ${arity[name]} type parameter(s), not ${parameters.length}`, first.span);
  }
  return name === "frozen" ? { kind: "frozen", inner: parameters[0]!, span } : { kind: name, parameters, span };
}

function closeAngle(reader: TokenReader): void {
  reader.expectSymbol(">");
}
