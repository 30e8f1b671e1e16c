import { type CqlType, formatCqlType } from "../../contract/cql-type.js";
import { partsOfTerm, printTerm, type Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { findUserType, isCollection, plainTypeText, resolveType } from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import type { Receiver } from "../bind-marker.js";
import { isCallLike, reportCall } from "../functions/report-call.js";
import { literalFault } from "./check-literal.js";
import { testLiteral } from "./literal-type.js";
import { testTerm } from "./test-term.js";
import { tupleTextFault } from "./tuple-text.js";

/** Gives a value to a receiver: reports what does not fit and notes the markers in it. */
export function bindTerm(scope: TermScope, term: Term, receiver: Receiver): void {
  const { analysis } = scope;
  switch (term.kind) {
    case "marker":
      analysis.bind(term, receiver);
      return;
    case "null":
      if (plainTypeText(receiver.type) === "counter") {
        analysis.add(
          report["null-not-allowed"]({ what: `"${receiver.name}" is a counter and cannot be null.` }),
          term.span,
        );
      }
      return;
    case "literal":
      bindLiteral(scope, term, receiver);
      return;
    case "typeHint":
      bindTypeHint(scope, term, receiver);
      return;
    case "list":
    case "set":
    case "map":
    case "fields":
    case "tuple":
      bindStructure(scope, term, receiver);
      return;
    default:
      if (isCallLike(term)) bindCall(scope, term, receiver);
      else mismatch(scope, term, receiver);
  }
}

function mismatch({ analysis }: TermScope, term: Term, { name, type }: Receiver): undefined {
  return analysis.add(
    report["type-mismatch"]({ value: printTerm(term), target: `"${name}"`, type: formatCqlType(type) }),
    term.span,
  );
}

function bindLiteral(scope: TermScope, term: Term & { kind: "literal" }, receiver: Receiver): void {
  const { type } = receiver;
  if (type.kind === "tuple") {
    const fault = tupleTextFault(term, type);
    if (fault !== undefined) scope.analysis.add(report["invalid-literal"]({ what: `${fault}.` }), term.span);
    return;
  }
  if (type.kind === "custom") return;
  if (type.kind !== "native" || testLiteral(term, type) === "no") {
    mismatch(scope, term, receiver);
    return;
  }
  const fault = literalFault(term, type.name);
  if (fault !== undefined) scope.analysis.add(report["invalid-literal"]({ what: `${fault}.` }), term.span);
}

function bindTypeHint(scope: TermScope, term: Term & { kind: "typeHint" }, receiver: Receiver): void {
  const type = resolveType(
    {
      schema: scope.analysis.schema,
      keyspace: scope.table.keyspace,
      report: (diagnostic, span) => scope.analysis.add(diagnostic, span),
    },
    term.type,
  );
  if (type === undefined) return;
  if (testTerm(scope, term, receiver.type) === "no") mismatch(scope, term, receiver);
  bindTerm(scope, term.operand, { ...receiver, type });
}

function bindCall(scope: TermScope, term: Term, receiver: Receiver): void {
  const signature = reportCall(scope, term, receiver.type, bindTerm);
  if (signature === undefined) return;
  if (signature.aggregate) {
    scope.analysis.add(
      report["function-arguments"]({ what: `${signature.name} is an aggregate and gives no value here.` }),
      term.span,
    );
  } else if (testTerm(scope, term, receiver.type) === "no") {
    mismatch(scope, term, receiver);
  }
}

type Structure = Term & { readonly kind: "list" | "set" | "map" | "fields" | "tuple" };

function bindStructure(scope: TermScope, term: Structure, receiver: Receiver): void {
  const { type, name } = receiver;
  const marker = isCollection(type) && term.kind !== "tuple" ? findMarker(term) : undefined;
  if (marker !== undefined) {
    scope.analysis.add(report["marker-in-collection"]({ marker: printTerm(marker), name }), marker.span);
    return;
  }
  if (term.kind === "tuple" && term.elements.length === 1 && type.kind !== "tuple") {
    bindTerm(scope, term.elements[0]!, receiver);
    return;
  }
  if (term.kind === "list" && type.kind === "vector") {
    bindVector(scope, term, receiver, type);
  } else if ((term.kind === "list" || term.kind === "set") && type.kind === term.kind) {
    for (const element of term.elements) bindElement(scope, element, { name: `value(${name})`, type: type.element });
  } else if (term.kind === "map" && type.kind === "map") {
    for (const { key, value } of term.entries) {
      bindElement(scope, key, { name: `key(${name})`, type: type.key });
      bindElement(scope, value, { name: `value(${name})`, type: type.value });
    }
  } else if (term.kind === "fields" && type.kind === "udt") {
    bindFields(scope, term, receiver, type);
  } else if (term.kind === "tuple" && type.kind === "tuple") {
    bindTuple(scope, term, receiver, type);
  } else if (!(term.kind === "set" && term.elements.length === 0 && type.kind === "map")) {
    mismatch(scope, term, receiver);
  }
}

/** The server takes a collection as a whole from a marker, or written out without any. */
function findMarker(term: Term): Term | undefined {
  if (term.kind === "marker") return term;
  for (const part of partsOfTerm(term)) {
    const found = findMarker(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

function bindElement(scope: TermScope, term: Term, receiver: Receiver): void {
  if (term.kind === "null") {
    scope.analysis.add(report["null-not-allowed"]({ what: "Collections hold no null." }), term.span);
    return;
  }
  bindTerm(scope, term, receiver);
}

function bindVector(
  scope: TermScope,
  term: Term & { kind: "list" },
  { name }: Receiver,
  type: CqlType & { kind: "vector" },
): void {
  if (term.elements.length !== type.dimension) {
    scope.analysis.add(
      report["invalid-literal"]({ what: `"${name}" takes ${type.dimension} elements, not ${term.elements.length}.` }),
      term.span,
    );
    return;
  }
  for (const element of term.elements) bindElement(scope, element, { name: `value(${name})`, type: type.element });
}

function bindFields(
  scope: TermScope,
  term: Term & { kind: "fields" },
  { name }: Receiver,
  type: CqlType & { kind: "udt" },
): void {
  const fields = findUserType(scope.analysis.schema, type)?.fields ?? new Map<string, CqlType>();
  for (const { name: field, value } of term.fields) {
    const fieldType = fields.get(field.name);
    if (fieldType === undefined) {
      scope.analysis.add(
        report["unknown-field"]({ name: field.name, type: type.name, known: fields.keys() }),
        field.span,
      );
      continue;
    }
    bindTerm(scope, value, { name: `${name}.${field.name}`, type: fieldType, nullable: true });
  }
}

function bindTuple(
  scope: TermScope,
  term: Term & { kind: "tuple" },
  { name }: Receiver,
  type: CqlType & { kind: "tuple" },
): void {
  if (term.elements.length > type.elements.length) {
    scope.analysis.add(
      report["invalid-literal"]({
        what: `"${name}" takes ${type.elements.length} elements, not ${term.elements.length}.`,
      }),
      term.span,
    );
    return;
  }
  term.elements.forEach((element, at) => {
    bindTerm(scope, element, { name: `${name}[${at}]`, type: type.elements[at]!, nullable: true });
  });
}
