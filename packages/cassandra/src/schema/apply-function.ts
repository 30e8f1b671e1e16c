import { literalFault } from "../checks/terms/check-literal.js";
import { type CqlType, formatCqlType, type NativeType } from "../contract/cql-type.js";
import type { CreateAggregateStatement, CreateFunctionStatement, Term, TypeNode } from "../cql/index.js";
import { cassandraDiagnostics as report } from "../diagnostics.js";
import type { ReplayContext } from "./replay-context.js";
import { resolveType } from "./resolve-type.js";
import type { KeyspaceDraft } from "./schema-draft.js";
import type { UserFunction } from "./schema-model.js";
import { freeze, isSameType, isValueCompatible } from "./type-traits.js";

export function createFunction(context: ReplayContext, statement: CreateFunctionStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const args = statement.arguments.map(({ type }) => resolveArgument(context, keyspace, type));
  const returns = resolveArgument(context, keyspace, statement.returns);
  if (args.includes(undefined) || returns === undefined) return;
  const names = statement.arguments.map(({ name }) => name.name);
  const { name, span } = statement.name.name;
  if (new Set(names).size < names.length) {
    context.add(report["invalid-function"]({ what: `Two arguments of ${name} have one name.` }), span);
    return;
  }
  if (statement.language.name !== "java") {
    const what = `Functions are written in Java, not in ${statement.language.name}.`;
    context.add(report["invalid-function"]({ what }), statement.language.span);
    return;
  }
  addFunction(context, keyspace, statement, {
    keyspace: keyspace.name,
    name,
    arguments: args as readonly CqlType[],
    returns,
    aggregate: false,
    calledOnNull: statement.calledOnNull,
    uses: [],
  });
}

/**
 * Types of arguments and results are written without `frozen`, and are frozen all the same; of tuples and vectors it says
 * nothing anywhere.
 */
function resolveArgument(context: ReplayContext, keyspace: KeyspaceDraft, node: TypeNode): CqlType | undefined {
  if (node.kind === "frozen" && node.inner.kind !== "tuple" && node.inner.kind !== "vector") {
    return context.add(
      report["invalid-function"]({
        what: `Types of arguments and results are written without frozen.`,
      }),
      node.span,
    );
  }
  const type = resolveType(
    { schema: context.schema, keyspace: keyspace.name, report: (diagnostic, span) => context.add(diagnostic, span) },
    node,
  );
  return type && freeze(type);
}

function addFunction(
  context: ReplayContext,
  keyspace: KeyspaceDraft,
  statement: CreateFunctionStatement | CreateAggregateStatement,
  made: UserFunction,
): void {
  const { name, span } = statement.name.name;
  if (statement.orReplace && statement.ifNotExists) {
    const what = "OR REPLACE and IF NOT EXISTS do not go together.";
    context.add(report["invalid-function"]({ what }), statement.span);
    return;
  }
  const existing = findOverload(keyspace, name, made.arguments);
  if (existing !== undefined) {
    if (statement.ifNotExists) return;
    if (!statement.orReplace || existing.aggregate !== made.aggregate) {
      context.add(report["already-exists"]({ what: existing.aggregate ? "Aggregate" : "Function", name }), span);
      return;
    }
    if (existing.calledOnNull !== made.calledOnNull) {
      const directive = existing.calledOnNull ? "CALLED ON NULL INPUT" : "RETURNS NULL ON NULL INPUT";
      const what = `${name} is replaced by what is ${directive}, as it is itself.`;
      context.add(report["invalid-function"]({ what }), span);
      return;
    }
    if (!made.aggregate && !isValueCompatible(existing.returns, made.returns)) {
      context.add(
        report["invalid-function"]({
          what: `${name} gives ${formatCqlType(existing.returns)} and cannot be replaced by one that gives ${formatCqlType(made.returns)}.`,
        }),
        span,
      );
      return;
    }
  }
  keyspace.functions = [...keyspace.functions.filter((each) => each !== existing), made];
}

function findOverload(keyspace: KeyspaceDraft, name: string, args: readonly CqlType[]): UserFunction | undefined {
  return keyspace.functions.find(
    (each) =>
      each.name === name &&
      each.arguments.length === args.length &&
      each.arguments.every((argument, at) => isSameType(argument, args[at]!)),
  );
}

export function createAggregate(context: ReplayContext, statement: CreateAggregateStatement): void {
  const keyspace = context.keyspaceOf(statement.name);
  if (keyspace === undefined) return;
  const args = statement.arguments.map((type) => resolveArgument(context, keyspace, type));
  const state = resolveArgument(context, keyspace, statement.stateType);
  if (args.includes(undefined) || state === undefined) return;
  const refuse = (what: string): undefined =>
    context.add(report["invalid-function"]({ what }), statement.name.name.span);
  const { name } = statement.name.name;
  const step = findOverload(keyspace, statement.stateFunction.name, [state, ...(args as readonly CqlType[])]);
  if (step === undefined) {
    refuse(
      `Aggregate ${name} needs a state function ${statement.stateFunction.name} over ${formatCqlType(state)} and its arguments.`,
    );
    return;
  }
  if (!isSameType(step.returns, state)) {
    refuse(`State function ${step.name} must give the state's type, ${formatCqlType(state)}.`);
    return;
  }
  const final = statement.finalFunction && findOverload(keyspace, statement.finalFunction.name, [state]);
  if (statement.finalFunction !== undefined && final === undefined) {
    refuse(`Aggregate ${name} needs a final function ${statement.finalFunction.name} over ${formatCqlType(state)}.`);
    return;
  }
  const aggregate = [step, final].find((each) => each?.aggregate);
  if (aggregate !== undefined) {
    refuse(`Aggregate ${name} is made of functions, and ${aggregate.name} is an aggregate.`);
    return;
  }
  const initial = statement.initialCondition;
  if ((initial === undefined || initial.kind === "null") && !step.calledOnNull) {
    refuse(`Aggregate ${name} begins at null, for which ${step.name} is not called; give it an INITCOND.`);
    return;
  }
  if (initial !== undefined && state.kind === "native" && isWrongInitial(initial, state.name)) {
    refuse(`The initial condition of ${name} is no ${formatCqlType(state)}.`);
    return;
  }
  addFunction(context, keyspace, statement, {
    keyspace: keyspace.name,
    name,
    arguments: args as readonly CqlType[],
    returns: final?.returns ?? state,
    aggregate: true,
    calledOnNull: true,
    uses: final === undefined ? [step] : [step, final],
  });
}

function isWrongInitial(initial: Term, type: NativeType): boolean {
  if (initial.kind !== "literal") return ["list", "set", "map", "fields"].includes(initial.kind);
  const numeric = ["tinyint", "smallint", "int", "bigint", "varint", "float", "double", "decimal"].includes(type);
  const isOther = numeric
    ? initial.type !== "integer" && initial.type !== "float"
    : initial.type === "integer" && ["text", "ascii", "blob"].includes(type);
  return isOther || literalFault(initial, type) !== undefined;
}
