import type { CqlType } from "../../contract/cql-type.js";
import type { Term } from "../../cql/index.js";
import { isSameType, isValueCompatible, native, resolveType } from "../../schema/index.js";
import type { TermScope } from "../analysis.js";
import { type Assignability, worst } from "../terms/assignability.js";
import { literalType } from "../terms/literal-type.js";
import { castCandidates } from "./casts.js";
import { functionFactory, listedFunctions } from "./native-functions.js";
import { negationCandidates, operationCandidates } from "./operations.js";
import { type FunctionSignature, systemFunction } from "./signature.js";

export type CallTerm = Term & { readonly kind: "call" | "cast" | "operation" | "negation" };

/** How the types of arguments are found; given in, since terms in turn ask for the overloads of calls. */
export interface TermTyping {
  readonly test: (scope: TermScope, term: Term, type: CqlType) => Assignability;
  readonly typeOf: (scope: TermScope, term: Term) => CqlType | undefined;
}

/** The name under which a cast to the type that the operand has is found: the server calls nothing for it. */
export const idleCast = "cast";

/** What a call resolves to. */
export type FoundCall =
  | { readonly kind: "found"; readonly signature: FunctionSignature }
  | { readonly kind: "unknown" }
  | { readonly kind: "mismatch"; readonly candidates: readonly FunctionSignature[]; readonly why?: string }
  | { readonly kind: "ambiguous"; readonly candidates: readonly FunctionSignature[] };

/** Picks the overload of a function, an operator or a cast, as the server does. */
export function findCall(
  typing: TermTyping,
  scope: TermScope,
  term: CallTerm,
  receiver: CqlType | undefined,
): FoundCall {
  switch (term.kind) {
    case "operation":
      return pick(typing, scope, operationCandidates(term.operator), [term.left, term.right], receiver, true);
    case "negation":
      return pick(typing, scope, negationCandidates(), [term.operand], receiver, true);
    case "cast": {
      const to = resolveType(
        { schema: scope.analysis.schema, keyspace: scope.table.keyspace, report: () => undefined },
        term.type,
      );
      if (to === undefined) return { kind: "unknown" };
      // Of the two names of the type casts know one only.
      if (term.type.kind === "named" && term.type.name === "varchar")
        return { kind: "mismatch", candidates: [], why: "Nothing is cast to varchar; cast it to text." };
      const operand = typing.typeOf(scope, term.operand);
      if (operand !== undefined && isSameType(operand, to)) {
        return { kind: "found", signature: systemFunction(idleCast, [to], to) };
      }
      return pick(typing, scope, castCandidates(to), [term.operand], undefined, false);
    }
    case "call":
      return findNamed(typing, scope, term, receiver);
  }
}

export function argumentsOf(term: CallTerm): readonly Term[] {
  if (term.kind === "call") return term.arguments;
  return term.kind === "operation" ? [term.left, term.right] : [term.operand];
}

function findNamed(
  typing: TermTyping,
  scope: TermScope,
  term: CallTerm & { kind: "call" },
  receiver: CqlType | undefined,
): FoundCall {
  const name = term.name.name;
  const ownKeyspace = scope.analysis.keyspace ?? scope.table.keyspace;
  const user = userFunctions(scope, term.keyspace ?? scope.table.keyspace, name);
  const fallback = term.keyspace === undefined && user.length === 0 ? userFunctions(scope, ownKeyspace, name) : user;
  const own =
    term.keyspace === undefined || term.keyspace === "system" ? nativeCandidates(typing, scope, term, receiver) : [];
  if (typeof own === "string") return { kind: "mismatch", candidates: [], why: own };
  const candidates = [...own, ...fallback];
  if (candidates.length === 0) return { kind: "unknown" };
  if (candidates.length === 1) {
    const only = candidates[0]!;
    const fits = fitOf(typing, scope, term.arguments, only) !== "no";
    return fits ? { kind: "found", signature: only } : { kind: "mismatch", candidates };
  }
  return pick(typing, scope, candidates, term.arguments, receiver, false);
}

function userFunctions(scope: TermScope, keyspace: string, name: string): readonly FunctionSignature[] {
  const functions = scope.analysis.schema.keyspaces.get(keyspace)?.functions ?? [];
  return functions.filter((each) => each.name === name).map((each) => ({ ...each, volatile: true, neverNull: false }));
}

function nativeCandidates(
  typing: TermTyping,
  scope: TermScope,
  term: CallTerm & { kind: "call" },
  receiver: CqlType | undefined,
): readonly FunctionSignature[] | string {
  const name = term.name.name;
  if (name === "token") {
    return [
      systemFunction(
        "token",
        scope.table.partitionKey.map(({ type }) => type),
        native("bigint"),
        { neverNull: true },
      ),
    ];
  }
  const make = functionFactory(name);
  if (make === undefined) return listedFunctions(name) ?? [];
  const made = make({
    terms: term.arguments,
    types: term.arguments.map((argument) => knownType(typing, scope, argument)),
    receiver,
  });
  return typeof made === "string" ? made : [made];
}

/** The type of a term, or the one that its constants have where nothing else says. */
function knownType(typing: TermTyping, scope: TermScope, term: Term): CqlType | undefined {
  // Nothing says whether a lone parenthesis is a tuple.
  if (term.kind === "tuple" && term.elements.length === 1) return undefined;
  const type = typing.typeOf(scope, term);
  if (type !== undefined) return type;
  if (term.kind === "literal") return literalType(term);
  if (term.kind !== "list" && term.kind !== "set" && term.kind !== "tuple") return undefined;
  // What is written out in a value, and not selected, has no type of its own.
  if (!scope.selects) return undefined;
  const types = term.elements.map((element) => knownType(typing, scope, element));
  if (term.kind === "tuple") {
    return types.includes(undefined) ? undefined : { kind: "tuple", elements: types as readonly CqlType[] };
  }
  const known = types.filter((each) => each !== undefined);
  const element = known.find((wanted) => known.every((given) => isValueCompatible(wanted, given)));
  return element && { kind: term.kind, element, frozen: false };
}

function fitOf(typing: TermTyping, scope: TermScope, args: readonly Term[], candidate: FunctionSignature) {
  if (args.length !== candidate.arguments.length) return "no";
  return worst(args.map((argument, at) => typing.test(scope, argument, candidate.arguments[at]!)));
}

function pick(
  typing: TermTyping,
  scope: TermScope,
  candidates: readonly FunctionSignature[],
  args: readonly Term[],
  receiver: CqlType | undefined,
  isOperation: boolean,
): FoundCall {
  const compatible: FunctionSignature[] = [];
  for (const candidate of candidates) {
    if (receiver !== undefined && !isValueCompatible(receiver, candidate.returns)) continue;
    const result = fitOf(typing, scope, args, candidate);
    if (result === "exact") return { kind: "found", signature: candidate };
    if (result === "weak") compatible.push(candidate);
  }
  if (compatible.length === 1) return { kind: "found", signature: compatible[0]! };
  if (compatible.length === 0) return { kind: "mismatch", candidates };
  if (isOperation && receiver !== undefined && !args.some(hasMarker)) {
    const like = compatible.find(
      (each) =>
        isSameType(each.returns, receiver) && each.arguments.every((argument) => isSameType(argument, receiver)),
    );
    if (like !== undefined) return { kind: "found", signature: like };
  }
  return { kind: "ambiguous", candidates: compatible };
}

function hasMarker(term: Term): boolean {
  if (term.kind === "marker") return true;
  if (term.kind === "tuple") return term.elements.some(hasMarker);
  return term.kind === "operation" ? hasMarker(term.left) || hasMarker(term.right) : false;
}
