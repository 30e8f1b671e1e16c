import type { CqlType } from "../../contract/cql-type.js";
import { formatCqlType } from "../../contract/cql-type.js";
import { printTerm, type Term } from "../../cql/index.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { resolveType } from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import type { Receiver } from "../bind-marker.js";
import { termTyping } from "../terms/test-term.js";
import { argumentsOf, type CallTerm, findCall } from "./find-call.js";
import { nativeFunctionNames } from "./native-functions.js";
import type { FunctionSignature } from "./signature.js";

export function isCallLike(term: Term): term is CallTerm {
  return term.kind === "call" || term.kind === "cast" || term.kind === "operation" || term.kind === "negation";
}

/** Resolves a call, reports why it cannot be resolved, and gives its arguments to `bindArgument`. */
export function reportCall(
  scope: TermScope,
  term: Term,
  receiver: CqlType | undefined,
  bindArgument: (scope: TermScope, term: Term, receiver: Receiver) => void,
): FunctionSignature | undefined {
  if (!isCallLike(term)) return undefined;
  const { analysis } = scope;
  const found = findCall(termTyping, scope, term, receiver);
  const args = argumentsOf(term);
  switch (found.kind) {
    case "found": {
      const { signature } = found;
      args.forEach((argument, at) => {
        bindArgument(scope, argument, {
          name: `arg${at}(${signature.keyspace}.${signature.name})`,
          type: signature.arguments[at]!,
        });
      });
      return signature;
    }
    case "unknown":
      return reportUnknown(scope, term);
    case "ambiguous":
      return analysis.add(
        report["ambiguous-call"]({
          what: `${printTerm(term)} can mean ${found.candidates.length} things, by the types of its arguments.`,
          help: `Say which: write (type) before ${printTerm(args.find(({ kind }) => kind === "marker") ?? args[0] ?? term)}.`,
        }),
        term.span,
      );
    case "mismatch":
      return reportMismatch(scope, term, found.candidates, found.why);
  }
}

function reportUnknown(scope: TermScope, term: CallTerm): undefined {
  if (term.kind === "cast") {
    resolveType(
      {
        schema: scope.analysis.schema,
        keyspace: scope.table.keyspace,
        report: (diagnostic, span) => scope.analysis.add(diagnostic, span),
      },
      term.type,
    );
    return undefined;
  }
  if (term.kind !== "call") return undefined;
  const keyspace = term.keyspace ?? scope.table.keyspace;
  const known = [
    ...(scope.analysis.schema.keyspaces.get(keyspace)?.functions.map(({ name }) => name) ?? []),
    ...nativeFunctionNames(),
  ];
  return scope.analysis.add(report["unknown-function"]({ name: term.name.name, known }), term.name.span);
}

function reportMismatch(
  scope: TermScope,
  term: CallTerm,
  candidates: readonly FunctionSignature[],
  why: string | undefined,
): undefined {
  if (term.kind === "operation" || term.kind === "negation") {
    const operands = argumentsOf(term).map(printTerm);
    const operator = term.kind === "operation" ? term.operator : "-";
    return scope.analysis.add(
      report["invalid-operation"]({
        what:
          term.kind === "operation"
            ? `${operator} cannot be applied to ${operands[0]} and ${operands[1]}.`
            : `- cannot be applied to ${operands[0]}.`,
      }),
      term.span,
    );
  }
  const known = candidates
    .slice(0, 4)
    .map(({ name, arguments: args }) => `${name}(${args.map(formatCqlType).join(", ")})`);
  const what =
    why ??
    (term.kind === "cast"
      ? `${printTerm(term.operand)} cannot be cast to that type.`
      : `${printTerm(term)} fits no form of the function: ${known.join("; ")}${candidates.length > 4 ? "; …" : ""}.`);
  return scope.analysis.add(report["function-arguments"]({ what }), term.span);
}
