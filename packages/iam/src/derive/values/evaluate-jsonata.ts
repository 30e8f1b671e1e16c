import jsonata from "jsonata";
import {
  type AbstractValue,
  alternativesOf,
  fieldOf,
  itemsOf,
  oneOf,
  someOf,
  textsOf,
  textValue,
  unknownValue,
} from "./abstract-value.js";
import { concatenate } from "./text.js";

/** What is known about `$name`; a variable that is not there is unknown. */
export type Variables = Pick<ReadonlyMap<string, AbstractValue>, "get">;

/** What is known about an expression's value: texts, concatenations, conditions, constructors and constant variables. */
export function evaluateJsonata(source: string, variables: Variables): AbstractValue {
  const ast = parse(source);
  return ast ? evaluate(ast, variables) : unknownValue;
}

/** Definitions repeat themselves, within a machine and from one to the next: the trees of the last expressions are kept. */
const trees = new Map<string, Ast | undefined>();
const keptTrees = 1000;

/** Undefined for a broken expression: that is the validator's business; here it only tells nothing. */
function parse(source: string): Ast | undefined {
  if (trees.has(source)) return trees.get(source);
  if (trees.size >= keptTrees) trees.clear();
  const ast = attempt(source);
  trees.set(source, ast);
  return ast;
}

function attempt(source: string): Ast | undefined {
  try {
    return jsonata(source).ast() as unknown as Ast;
  } catch {
    return undefined;
  }
}

/** The part of the engine's syntax tree that is looked at; its published type is looser. */
interface Ast {
  readonly type: string;
  readonly value?: unknown;
  readonly lhs?: Ast | readonly (readonly [Ast, Ast])[];
  readonly rhs?: Ast;
  readonly expressions?: readonly Ast[];
  readonly steps?: readonly Ast[];
  readonly condition?: Ast;
  readonly then?: Ast;
  readonly else?: Ast;
  readonly procedure?: Ast;
  readonly arguments?: readonly Ast[];
  readonly body?: Ast;
  readonly predicate?: readonly Ast[];
  readonly stages?: readonly Ast[];
  readonly group?: unknown;
}

function evaluate(ast: Ast, variables: Variables): AbstractValue {
  if (ast.group !== undefined) return unknownValue;
  const value = evaluateWhole(ast, variables);
  // What a filter leaves is some of the items.
  return ast.predicate === undefined && ast.stages === undefined ? value : someOf(itemsOf(value));
}

function evaluateWhole(ast: Ast, variables: Variables): AbstractValue {
  switch (ast.type) {
    case "string":
      return textValue(ast.value as string);
    case "number":
    case "value":
      return { kind: "scalar", value: ast.value as number | boolean | null };
    case "variable":
      return variables.get(ast.value as string) ?? unknownValue;
    case "path":
      return evaluatePath(ast.steps!, variables);
    case "condition":
      return oneOf([evaluate(ast.then!, variables), ...(ast.else ? [evaluate(ast.else, variables)] : [])]);
    case "block":
      return evaluateBlock(ast.expressions!, variables);
    case "binary":
      return ast.value === "&"
        ? join(evaluate(ast.lhs as Ast, variables), evaluate(ast.rhs!, variables))
        : unknownValue;
    case "unary":
      return evaluateConstructor(ast, variables);
    case "function":
      return evaluateCall(ast, variables);
    default:
      return unknownValue;
  }
}

function evaluatePath(steps: readonly Ast[], variables: Variables): AbstractValue {
  const [first, ...rest] = steps;
  let value = evaluate(first!, variables);
  for (const step of rest) {
    // `orders.{…}` makes an object of each item, whose own fields the names in it are.
    if (step.type === "unary" && step.value === "{") value = someOf([evaluateWhole(step, variables)]);
    else if (step.type !== "name" || step.predicate !== undefined || step.stages !== undefined) return unknownValue;
    else value = fieldOf(value, step.value as string) ?? unknownValue;
  }
  return value;
}

function evaluateBlock(expressions: readonly Ast[], variables: Variables): AbstractValue {
  const bound = new Map<string, AbstractValue>();
  const inner: Variables = { get: (name) => bound.get(name) ?? variables.get(name) };
  let last: AbstractValue = unknownValue;
  for (const expression of expressions) {
    if (expression.type === "bind") {
      last = evaluate(expression.rhs!, inner);
      bound.set((expression.lhs as Ast).value as string, last);
    } else last = evaluate(expression, inner);
  }
  return last;
}

function evaluateConstructor(ast: Ast, variables: Variables): AbstractValue {
  if (ast.value === "[") return evaluateArray(ast.expressions!, variables);
  if (ast.value !== "{") return unknownValue;
  const fields: Record<string, AbstractValue> = {};
  let open = false;
  for (const [key, value] of ast.lhs as readonly (readonly [Ast, Ast])[]) {
    if (key.type === "string") fields[key.value as string] = evaluate(value, variables);
    else open = true;
  }
  return { kind: "object", fields, open };
}

/** Sequences that stand in an array become its items; an array in an array stays one. */
function evaluateArray(expressions: readonly Ast[], variables: Variables): AbstractValue {
  const values = expressions.map((each) => ({ each, value: evaluate(each, variables) }));
  const isSpread = ({ each, value }: { each: Ast; value: AbstractValue }) =>
    value.kind === "array" && !(each.type === "unary" && each.value === "[" && each.predicate === undefined);
  const items = values.flatMap((found) => (isSpread(found) ? itemsOf(found.value) : [found.value]));
  return values.some(isSpread) ? someOf(items) : { kind: "array", items, open: false };
}

/** What comes of each item: its parameters are not known, whatever else has their names. */
function evaluateLambda(lambda: Ast | undefined, variables: Variables): AbstractValue {
  if (lambda?.type !== "lambda" || lambda.body === undefined) return unknownValue;
  const parameters = new Set((lambda.arguments ?? []).map(({ value }) => value));
  const inner: Variables = { get: (name) => (parameters.has(name) ? undefined : variables.get(name)) };
  return evaluate(lambda.body, inner);
}

function evaluateCall(ast: Ast, variables: Variables): AbstractValue {
  const args = ast.arguments!.map((argument) => evaluate(argument, variables));
  switch (ast.procedure?.value) {
    case "string":
      return args[0]?.kind === "text" ? args[0] : unknownValue;
    case "merge":
      return args[0]?.kind === "array" ? mergeObjects(args[0].items) : unknownValue;
    case "join":
      return joinItems(args[0], args[1]);
    case "map":
      return someOf([evaluateLambda(ast.arguments![1], variables)]);
    case "append":
      return someOf(args.flatMap(itemsOf));
    case "distinct":
    case "filter":
    case "reverse":
    case "shuffle":
    case "sort":
      return args[0] === undefined ? unknownValue : someOf(itemsOf(args[0]));
    default:
      return unknownValue;
  }
}

function mergeObjects(items: readonly AbstractValue[]): AbstractValue {
  let fields: Record<string, AbstractValue> = {};
  let open = false;
  for (const item of items) {
    if (item.kind === "object") fields = { ...fields, ...item.fields };
    // An object that is not known may replace what came before it.
    else fields = Object.fromEntries(Object.keys(fields).map((key) => [key, unknownValue]));
    open ||= item.kind !== "object" || item.open;
  }
  return { kind: "object", fields, open };
}

function joinItems(items: AbstractValue | undefined, separator: AbstractValue | undefined): AbstractValue {
  if (items?.kind !== "array" || items.open || items.repeated) return unknownValue;
  return items.items.reduce<AbstractValue>(
    (joined, item, index) => (index === 0 ? item : join(separator ? join(joined, separator) : joined, item)),
    textValue(""),
  );
}

function join(left: AbstractValue, right: AbstractValue): AbstractValue {
  const combinations = alternativesOf(left).flatMap((a) =>
    alternativesOf(right).flatMap((b) =>
      textsOf(a).flatMap((x) => textsOf(b).map((y): AbstractValue => ({ kind: "text", text: concatenate(x, y) }))),
    ),
  );
  return oneOf(combinations);
}
