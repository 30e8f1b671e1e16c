import type { CqlType } from "../../contract/cql-type.js";
import type { MetadataTerm, Term } from "../../cql/index.js";
import {
  findUserType,
  isMultiCell,
  isNative,
  isSameType,
  isValueCompatible,
  native,
  resolveType,
} from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import { findCall, type TermTyping } from "../functions/find-call.js";
import { type Assignability, worst } from "./assignability.js";
import { testLiteral } from "./literal-type.js";

/** Given to the search for overloads, which asks for the types of arguments. */
export const termTyping: TermTyping = { test: testTerm, typeOf: typeOfTerm };

/** Whether a term can stand where a type is asked for, without reporting anything. */
export function testTerm(scope: TermScope, term: Term, type: CqlType): Assignability {
  switch (term.kind) {
    case "literal":
      return testLiteral(term, type);
    case "null":
      return isNative(type, "counter") ? "no" : "weak";
    case "marker":
      return "weak";
    case "list":
      return testList(scope, term.elements, type);
    case "set":
      if (type.kind === "map" && term.elements.length === 0) return "weak";
      return type.kind === "set" ? testElements(scope, term.elements, type.element) : "no";
    case "map":
      if (type.kind !== "map") return "no";
      return worst(
        term.entries.flatMap(({ key, value }) => [testTerm(scope, key, type.key), testTerm(scope, value, type.value)]),
      );
    case "fields":
      return testFields(scope, term.fields, type);
    case "tuple":
      return testTuple(scope, term.elements, type);
    case "operation":
    case "negation":
    case "call":
    case "cast": {
      const found = findCall(termTyping, scope, term, type);
      // A call that cannot be resolved is reported where it is bound, in words of its own.
      if (found.kind !== "found") return "weak";
      const { name, returns } = found.signature;
      return name === "from_json" || name === "fromjson" ? "weak" : testType(type, returns);
    }
    default: {
      const known = typeOfTerm(scope, term);
      return known === undefined ? "no" : testType(type, known);
    }
  }
}

/** Whether values of a known type can stand where another one is asked for. */
export function testType(wanted: CqlType, given: CqlType): Assignability {
  if (isSameType(wanted, given)) return "exact";
  return isValueCompatible(wanted, given) ? "weak" : "no";
}

/** The type that a term has whatever it is given to; undefined where that depends, as for constants and markers. */
export function typeOfTerm(scope: TermScope, term: Term): CqlType | undefined {
  switch (term.kind) {
    case "typeHint":
      return resolveType(
        { schema: scope.analysis.schema, keyspace: scope.table.keyspace, report: () => undefined },
        term.type,
      );
    case "call":
    case "cast":
    case "operation":
    case "negation": {
      const found = findCall(termTyping, scope, term, undefined);
      return found.kind === "found" ? found.signature.returns : undefined;
    }
    case "column":
      return scope.table.columns.get(term.name)?.type;
    case "field": {
      const operand = typeOfTerm(scope, term.operand);
      return operand?.kind === "udt"
        ? findUserType(scope.analysis.schema, operand)?.fields.get(term.field.name)
        : undefined;
    }
    case "element": {
      const operand = typeOfTerm(scope, term.operand);
      return operand?.kind === "map" ? operand.value : operand?.kind === "set" ? operand.element : undefined;
    }
    case "slice":
      return typeOfTerm(scope, term.operand);
    case "countRows":
      return native("bigint");
    case "metadata":
      return typeOfMetadata(scope, term);
    case "tuple":
      return typeOfTuple(scope, term.elements);
    case "list":
    case "set": {
      const element = firstKnown(scope, term.elements);
      return element && { kind: term.kind, element, frozen: false };
    }
    default:
      return undefined;
  }
}

/** Of a column that is kept cell by cell there is one for each cell, but for the newest of them. */
export function typeOfMetadata({ table }: TermScope, { function: name, operand }: MetadataTerm): CqlType {
  const one = native(name === "ttl" ? "int" : "bigint");
  const column =
    operand.kind === "column" || operand.kind === "slice" ? table.columns.get(rootColumn(operand) ?? "") : undefined;
  const many = column !== undefined && isMultiCell(column.type) && name !== "maxwritetime";
  return many ? { kind: "list", element: one, frozen: false } : one;
}

/** The column that a part of one is taken from. */
export function rootColumn(term: Term): string | undefined {
  if (term.kind === "column") return term.name;
  return "operand" in term ? rootColumn(term.operand) : undefined;
}

function firstKnown(scope: TermScope, terms: readonly Term[]): CqlType | undefined {
  for (const term of terms) {
    const type = typeOfTerm(scope, term);
    if (type !== undefined) return type;
  }
  return undefined;
}

function typeOfTuple(scope: TermScope, elements: readonly Term[]): CqlType | undefined {
  if (elements.length === 1) return typeOfTerm(scope, elements[0]!);
  const types = elements.map((element) => typeOfTerm(scope, element));
  return types.includes(undefined) ? undefined : { kind: "tuple", elements: types as readonly CqlType[] };
}

function testList(scope: TermScope, elements: readonly Term[], type: CqlType): Assignability {
  if (type.kind === "list") return testElements(scope, elements, type.element);
  if (type.kind !== "vector" || elements.length !== type.dimension) return "no";
  return testElements(scope, elements, type.element);
}

function testElements(scope: TermScope, elements: readonly Term[], type: CqlType): Assignability {
  // An empty collection is of every element type, so never exactly of one.
  return elements.length === 0 ? "weak" : worst(elements.map((element) => testTerm(scope, element, type)));
}

function testFields(
  scope: TermScope,
  fields: (Term & { readonly kind: "fields" })["fields"],
  type: CqlType,
): Assignability {
  if (type.kind !== "udt") return "no";
  const known = findUserType(scope.analysis.schema, type)?.fields;
  const results = fields.map(({ name, value }): Assignability => {
    const field = known?.get(name.name);
    return field === undefined ? "no" : testTerm(scope, value, field);
  });
  return results.includes("no") ? "no" : "weak";
}

function testTuple(scope: TermScope, elements: readonly Term[], type: CqlType): Assignability {
  if (type.kind !== "tuple") return elements.length === 1 ? testTerm(scope, elements[0]!, type) : "no";
  if (elements.length > type.elements.length) return "no";
  return worst(elements.map((element, at) => testTerm(scope, element, type.elements[at]!)));
}
