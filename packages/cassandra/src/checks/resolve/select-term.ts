import type { CqlType } from "../../contract/cql-type.js";
import { printTerm, type Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import {
  findUserType,
  holdsDuration,
  isCollection,
  isPrimaryKey,
  native,
  plainTypeText,
  resolveType,
} from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import type { Receiver } from "../bind-marker.js";
import { isCallLike, reportCall } from "../functions/report-call.js";
import { bindTerm } from "../terms/bind-term.js";
import { rootColumn, testTerm, typeOfMetadata, typeOfTerm } from "../terms/test-term.js";

/** What a selected term gives. */
export interface SelectedTerm {
  readonly type: CqlType;
  readonly nullable: boolean;
  readonly aggregate: boolean;
}

/** The server gives every marker of a SELECT clause this name. */
const markerName = "[selection]";

const give = (type: CqlType, nullable = true, aggregate = false): SelectedTerm => ({ type, nullable, aggregate });

/** Checks one term of a SELECT clause; `expected` is the type that the call around it asks for. */
export function selectTerm(scope: TermScope, term: Term, expected?: CqlType): SelectedTerm | undefined {
  switch (term.kind) {
    case "column":
      return selectColumn(scope, term);
    case "countRows":
      return give(native("bigint"), false, true);
    case "metadata":
      return selectMetadata(scope, term);
    case "field":
      return selectField(scope, term);
    case "element":
    case "slice":
      return selectElement(scope, term);
    case "typeHint":
      return selectTypeHint(scope, term);
    case "literal":
    case "null":
    case "marker":
      return selectConstant(scope, term, expected);
    case "tuple":
      if (term.elements.length === 1) return selectParenthesized(scope, term, expected);
      return selectStructure(scope, term, expected);
    case "list":
    case "set":
    case "map":
    case "fields":
      return selectStructure(scope, term, expected);
    default:
      return isCallLike(term) ? selectCall(scope, term, expected) : undefined;
  }
}

function selectColumn({ analysis, table }: TermScope, term: Term & { kind: "column" }): SelectedTerm | undefined {
  const column = table.columns.get(term.name);
  if (column !== undefined) return give(column.type, !isPrimaryKey(column));
  return analysis.add(
    report["unknown-column"]({ name: term.name, table: table.name, known: table.columns.keys() }),
    term.span,
  );
}

function selectMetadata(scope: TermScope, term: Term & { kind: "metadata" }): SelectedTerm | undefined {
  const operand = selectTerm(scope, term.operand);
  if (operand === undefined) return undefined;
  const refuse = (what: string): undefined => scope.analysis.add(report["invalid-selection"]({ what }), term.span);
  const root = rootColumn(term.operand);
  const column = root === undefined ? undefined : scope.table.columns.get(root);
  if (column !== undefined && isPrimaryKey(column)) {
    return refuse(`${term.function}() is for columns outside the primary key, and "${column.name}" is in it.`);
  }
  return give(typeOfMetadata(scope, term));
}

function selectField(scope: TermScope, term: Term & { kind: "field" }): SelectedTerm | undefined {
  const { operand: whole } = term;
  // Only a value with fields can stand in parentheses before a field.
  const operand = selectTerm(scope, whole.kind === "tuple" && whole.elements.length === 1 ? whole.elements[0]! : whole);
  if (operand === undefined) return undefined;
  const text = printTerm(term.operand);
  const { type } = operand;
  if (type.kind !== "udt") {
    return scope.analysis.add(
      report["invalid-selection"]({ what: `${text} is ${plainTypeText(type)}, which has no fields.` }),
      term.span,
    );
  }
  const fields = findUserType(scope.analysis.schema, type)?.fields ?? new Map<string, CqlType>();
  const field = fields.get(term.field.name);
  if (field !== undefined) return give(field);
  return scope.analysis.add(
    report["unknown-field"]({ name: term.field.name, type: type.name, known: fields.keys() }),
    term.field.span,
  );
}

function selectElement(scope: TermScope, term: Term & { kind: "element" | "slice" }): SelectedTerm | undefined {
  const operand = selectTerm(scope, term.operand);
  if (operand === undefined) return undefined;
  const { type } = operand;
  if (type.kind !== "map" && type.kind !== "set") {
    return scope.analysis.add(
      report["invalid-selection"]({
        what: `Only elements of sets and maps can be selected; ${printTerm(term.operand)} is ${plainTypeText(type)}.`,
      }),
      term.span,
    );
  }
  const name = printTerm(term.operand).replaceAll(/:\w+/g, "?");
  const key: Receiver =
    type.kind === "map" ? { name: `key(${name})`, type: type.key } : { name: `value(${name})`, type: type.element };
  for (const bound of term.kind === "element" ? [term.key] : [term.from, term.to]) {
    if (bound !== undefined) bindTerm(scope, bound, key);
  }
  if (term.kind === "slice") return give(type);
  return give(type.kind === "map" ? type.value : type.element);
}

function selectTypeHint(scope: TermScope, term: Term & { kind: "typeHint" }): SelectedTerm | undefined {
  const type = resolveType(
    {
      schema: scope.analysis.schema,
      keyspace: scope.table.keyspace,
      report: (diagnostic, span) => scope.analysis.add(diagnostic, span),
    },
    term.type,
  );
  if (type === undefined) return undefined;
  const selected = selectTerm(scope, term.operand, type);
  if (selected === undefined) return undefined;
  const known = typeOfTerm(scope, term.operand);
  if (known !== undefined && term.operand.kind !== "set" && testTerm(scope, term.operand, type) === "no") {
    return scope.analysis.add(
      report["type-mismatch"]({
        value: printTerm(term.operand),
        target: "the type before it",
        type: plainTypeText(type),
      }),
      term.span,
    );
  }
  return { ...selected, type };
}

function selectConstant(
  scope: TermScope,
  term: Term & { kind: "literal" | "null" | "marker" },
  expected: CqlType | undefined,
): SelectedTerm | undefined {
  if (expected === undefined) {
    return scope.analysis.add(report["type-not-inferred"]({ term: printTerm(term) }), term.span);
  }
  bindTerm(scope, term, { name: markerName, type: expected, nullable: true });
  return give(expected, term.kind !== "literal");
}

/** Nothing says whether a lone parenthesis is a tuple, unless something around it asks for a type. */
function selectParenthesized(
  scope: TermScope,
  term: Term & { kind: "tuple" },
  expected: CqlType | undefined,
): SelectedTerm | undefined {
  if (expected !== undefined) return selectTerm(scope, term.elements[0]!, expected);
  return scope.analysis.add(report["type-not-inferred"]({ term: printTerm(term) }), term.span);
}

type Structure = Term & { readonly kind: "tuple" | "list" | "set" | "map" | "fields" };

function selectStructure(scope: TermScope, term: Structure, expected: CqlType | undefined): SelectedTerm | undefined {
  if (term.kind === "fields") return selectFields(scope, term, expected);
  const type = expected ?? typeOfTerm(scope, term);
  if (type === undefined) {
    return scope.analysis.add(report["type-not-inferred"]({ term: printTerm(term) }), term.span);
  }
  const parts = structureParts(term, type);
  if (parts.some(({ part, wanted }) => selectTerm(scope, part, wanted) === undefined)) return undefined;
  return checkOrdered(scope, term, type);
}

/** Durations have no order, and sets and the keys of maps need one. */
function checkOrdered(scope: TermScope, term: Structure, type: CqlType): SelectedTerm | undefined {
  const ordered = type.kind === "set" ? type.element : type.kind === "map" ? type.key : undefined;
  if (ordered === undefined || !holdsDuration(scope.analysis.schema, ordered)) return give(type, false);
  return scope.analysis.add(
    report["invalid-type"]({ what: "Durations have no order, so they cannot be in a set or be keys of a map." }),
    term.span,
  );
}

function structureParts(
  term: Exclude<Structure, { kind: "fields" }>,
  type: CqlType,
): readonly { readonly part: Term; readonly wanted: CqlType | undefined }[] {
  if (term.kind === "map") {
    const map = type.kind === "map" ? type : undefined;
    return term.entries.flatMap(({ key, value }) => [
      { part: key, wanted: map?.key },
      { part: value, wanted: map?.value },
    ]);
  }
  return term.elements.map((part, at) => ({
    part,
    wanted:
      type.kind === "tuple"
        ? type.elements[at]
        : (isCollection(type) && type.kind !== "map") || type.kind === "vector"
          ? type.element
          : undefined,
  }));
}

/** `{a: 1}` is a user-defined type's value, or a map whose keys are columns: only what asks for it says which. */
function selectFields(
  scope: TermScope,
  term: Term & { kind: "fields" },
  expected: CqlType | undefined,
): SelectedTerm | undefined {
  if (expected?.kind === "udt") {
    const fields = findUserType(scope.analysis.schema, expected)?.fields ?? new Map<string, CqlType>();
    for (const { name, value } of term.fields) {
      const type = fields.get(name.name);
      if (type === undefined) {
        scope.analysis.add(
          report["unknown-field"]({ name: name.name, type: expected.name, known: fields.keys() }),
          name.span,
        );
      } else {
        selectTerm(scope, value, type);
      }
    }
    return give(expected, false);
  }
  const columns = term.fields.map(({ name }) => scope.table.columns.get(name.name));
  if (expected?.kind !== "map" || columns.includes(undefined)) {
    return scope.analysis.add(report["type-not-inferred"]({ term: printTerm(term) }), term.span);
  }
  for (const { value } of term.fields) selectTerm(scope, value, expected.value);
  return checkOrdered(scope, term, expected);
}

function selectCall(scope: TermScope, term: Term, expected: CqlType | undefined): SelectedTerm | undefined {
  const { analysis } = scope;
  if (term.kind === "call" && ["from_json", "fromjson"].includes(term.name.name)) {
    return analysis.add(
      report["invalid-selection"]({ what: "from_json() gives a value to write, not one to select." }),
      term.span,
    );
  }
  // Elsewhere a constant is taken as what it looks like.
  if (term.kind === "cast" && typeOfTerm(scope, term.operand) === undefined) {
    const fault = selectTerm(scope, term.operand);
    return fault && analysis.add(report["type-not-inferred"]({ term: printTerm(term.operand) }), term.operand.span);
  }
  let aggregateInside = false;
  const before = analysis.findings.length;
  const unknown = term.kind === "call" ? term.arguments.find((each) => isUnknownColumn(scope, each)) : undefined;
  if (unknown !== undefined) {
    selectTerm(scope, unknown);
    return undefined;
  }
  const signature = reportCall(scope, term, undefined, (_, argument, receiver) => {
    aggregateInside ||= selectTerm(scope, argument, receiver.type)?.aggregate ?? false;
  });
  if (signature === undefined || analysis.findings.length > before) return undefined;
  if (aggregateInside && signature.aggregate) {
    return analysis.add(
      report["invalid-selection"]({ what: "An aggregate cannot be given to another one." }),
      term.span,
    );
  }
  const type = signature.name === "from_json" ? (expected ?? signature.returns) : signature.returns;
  return give(type, !signature.neverNull, signature.aggregate || aggregateInside);
}

function isUnknownColumn({ table }: TermScope, term: Term): boolean {
  return term.kind === "column" && !table.columns.has(term.name);
}
