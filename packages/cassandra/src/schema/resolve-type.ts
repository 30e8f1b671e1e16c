import type { Diagnostic } from "@treadle/diagnostics";
import { type CqlType, formatCqlType, type NativeType, nativeTypes } from "../contract/cql-type.js";
import type { CqlSpan, TypeNode } from "../cql/index.js";
import { printTypeNode } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import { javaType } from "./java-type.js";
import type { Schema } from "./schema-model.js";
import { holdsDuration, isCollection, isNative, native } from "./type-traits.js";

/** Where a type is looked up and what is wrong with it reported to. */
export interface TypeScope {
  readonly schema: Schema;
  /** The keyspace of user-defined types without one. */
  readonly keyspace: string | undefined;
  readonly report: (diagnostic: Diagnostic, span: CqlSpan) => void;
}

const aliases: { readonly [name: string]: NativeType } = { varchar: "text" };
const natives: ReadonlySet<string> = new Set(nativeTypes);

export const isNativeName = (name: string): boolean => natives.has(aliases[name] ?? name);

/** The type that a type node means; undefined where a fault was reported. */
export function resolveType(scope: TypeScope, node: TypeNode, frozen = false): CqlType | undefined {
  switch (node.kind) {
    case "named":
      return resolveNamed(scope, node, frozen);
    case "frozen":
      return resolveFrozen(scope, node);
    case "custom":
      return resolveCustom(scope, node);
    case "vector":
      return resolveVector(scope, node);
    case "tuple": {
      const elements = resolveAll(scope, node.parameters, true);
      if (elements?.some((element) => isNative(element, "counter"))) {
        scope.report(report["invalid-type"]({ what: "A counter cannot be in a tuple." }), node.span);
        return undefined;
      }
      return elements && { kind: "tuple", elements };
    }
    default:
      return resolveCollection(scope, node, frozen);
  }
}

function resolveAll(scope: TypeScope, nodes: readonly TypeNode[], frozen: boolean): readonly CqlType[] | undefined {
  const types = nodes.map((node) => resolveType(scope, node, frozen));
  return types.includes(undefined) ? undefined : (types as readonly CqlType[]);
}

function resolveNamed(scope: TypeScope, node: TypeNode & { kind: "named" }, frozen: boolean): CqlType | undefined {
  const name = aliases[node.name] ?? node.name;
  if (node.keyspace === undefined && natives.has(name)) return native(name as NativeType);
  if (node.keyspace !== undefined && scope.keyspace !== undefined && node.keyspace !== scope.keyspace) {
    scope.report(
      report["invalid-type"]({
        what: `${printTypeNode(node)} belongs to keyspace ${node.keyspace}; user-defined types are used in their own keyspace only.`,
      }),
      node.span,
    );
    return undefined;
  }
  const keyspace = node.keyspace ?? scope.keyspace;
  const types = scope.schema.keyspaces.get(keyspace ?? "")?.types;
  if (types?.has(node.name)) return { kind: "udt", keyspace, name: node.name, frozen };
  scope.report(report["unknown-type"]({ name: node.name, known: [...natives, ...(types?.keys() ?? [])] }), node.span);
  return undefined;
}

function resolveFrozen(scope: TypeScope, node: TypeNode & { kind: "frozen" }): CqlType | undefined {
  const inner = resolveType(scope, node.inner, true);
  if (inner === undefined) return undefined;
  if (node.inner.kind === "custom") {
    const what = "frozen is not for the name of a Java class.";
    const help = `Write 'FrozenType(${node.inner.className})'.`;
    scope.report(report["invalid-type"]({ what, help }), node.span);
    return undefined;
  }
  if (inner.kind !== "native") return inner;
  scope.report(
    report["invalid-type"]({
      what: `frozen is for collections, tuples and user-defined types, not for ${inner.name}.`,
      help: `Write ${inner.name}.`,
    }),
    node.span,
  );
  return undefined;
}

function resolveCustom(scope: TypeScope, node: TypeNode & { kind: "custom" }): CqlType | undefined {
  const type = javaType(node.className, (keyspace, name) =>
    Boolean(scope.schema.keyspaces.get(keyspace)?.types.has(name)),
  );
  if (type !== undefined) return type;
  scope.report(report["unknown-type"]({ name: node.className, known: [] }), node.span);
  return undefined;
}

function resolveVector(scope: TypeScope, node: TypeNode & { kind: "vector" }): CqlType | undefined {
  const element = resolveType(scope, node.element, true);
  if (element === undefined) return undefined;
  if (node.dimension < 1 || node.dimension > 8192) {
    scope.report(
      report["invalid-type"]({ what: `A vector has 1 to 8192 dimensions, not ${node.dimension}.` }),
      node.span,
    );
    return undefined;
  }
  return { kind: "vector", element, dimension: node.dimension };
}

function resolveCollection(
  scope: TypeScope,
  node: TypeNode & { kind: "list" | "set" | "map" | "tuple" },
  frozen: boolean,
): CqlType | undefined {
  const parts = resolveAll(scope, node.parameters, frozen);
  if (parts === undefined) return undefined;
  const [first, second] = parts;
  const type: CqlType =
    node.kind === "map"
      ? { kind: "map", key: first!, value: second!, frozen }
      : { kind: node.kind as "list" | "set", element: first!, frozen };
  const fault = collectionFault(scope.schema, type, parts);
  if (fault === undefined) return type;
  scope.report(report["invalid-type"](fault), node.span);
  return undefined;
}

function collectionFault(schema: Schema, type: CqlType, parts: readonly CqlType[]) {
  const text = formatCqlType(type);
  if (parts.some((part) => isNative(part, "counter"))) return { what: `A counter cannot be in a collection: ${text}.` };
  const cellwise = parts.find((part) => (isCollection(part) || part.kind === "udt") && !part.frozen);
  if (cellwise !== undefined) {
    return {
      what: `What is in a collection must be frozen: ${text}.`,
      help: `Write frozen<${formatCqlType(cellwise)}> inside.`,
    };
  }
  const ordered = type.kind === "set" ? type.element : type.kind === "map" ? type.key : undefined;
  if (ordered !== undefined && holdsDuration(schema, ordered)) {
    return { what: `Durations have no order, so they cannot be in a set or be keys of a map: ${text}.` };
  }
  return undefined;
}
