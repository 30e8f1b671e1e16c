import type { Diagnostic, DiagnosticPlace } from "@treadle/diagnostics";
import ts from "#typescript";
import { expressionDiagnostics } from "../diagnostics.js";
import { absent, binary, block, conditional, literal, variable } from "../nodes/create.js";
import type { BlockNode, ExpressionNode, LambdaNode } from "../nodes/expression-node.js";
import { absentPart, mayBeAbsent } from "./absence.js";
import type { Guards } from "./guards.js";
import { withKeptAnswers } from "./kept-answers.js";
import { LocalNames } from "./local-names.js";
import type { LoweringContext } from "./lowering-context.js";
import { unwrap } from "./references.js";
import { isDataBySyntax, kindBySyntax, kindsOfTextMethods } from "./syntax-kinds.js";
import { describeKinds, isOnly, kindsOf, setOf, type ValueKind, withoutNullish } from "./value-kinds.js";

type Reporters = typeof expressionDiagnostics;
type Details<K extends keyof Reporters> = Parameters<Reporters[K]>[0];

/** What an identifier of the lambda stands for: a node, or (`context`) the item at hand of a predicate. */
export type LocalBinding = ExpressionNode | "context";

export type FunctionNode =
  | ts.ArrowFunction
  | ts.FunctionExpression
  | (ts.FunctionDeclaration & { readonly body: ts.FunctionBody });

/** The parts of lowering that call each other in a ring. */
export interface LoweringDispatch {
  readonly expression: (node: ts.Expression, lowering: Lowering) => ExpressionNode;
  readonly namedFunction: (node: FunctionNode, lowering: Lowering) => LambdaNode;
}

/** What is known of an integer: it lies between `-bound` and `bound`. */
export interface IntegerFacts {
  readonly bound: number;
  readonly nonNegative: boolean;
}

/**
 * One lambda being lowered. A fault is reported where it stands and a stand-in takes its place, so that all faults of a
 * lambda come to light at once.
 */
export class Lowering {
  readonly checker: ts.TypeChecker;
  readonly names = new LocalNames();
  readonly bindings = new Map<ts.Symbol, LocalBinding>();
  readonly integers = new Map<ts.Symbol, IntegerFacts>();
  /** The variables that hold functions: of the project, and local ones. */
  readonly functions = new Map<ts.Symbol, string>();
  /** Functions of the project that the lambda calls, lowered. */
  readonly helpers: BlockNode["bindings"][number][] = [];
  /** What the tests around this point of the code tell. */
  readonly guards: Guards = { nonZero: [], present: [] };
  /** Local constants that may be missing though their types do not say so. */
  readonly absentLocals = new Set<ts.Symbol>();
  readonly context: LoweringContext;
  readonly root: ts.ArrowFunction | ts.FunctionExpression;
  /** Set once the scope parameter is found to be a name. */
  scopeSymbol: ts.Symbol | undefined;
  #faults = 0;
  #elsewhere = 0;
  readonly #open = new Set<ts.Node>();
  readonly #dispatch: LoweringDispatch;

  constructor(context: LoweringContext, root: ts.ArrowFunction | ts.FunctionExpression, dispatch: LoweringDispatch) {
    this.context = context;
    this.root = root;
    this.checker = withKeptAnswers(context.checker);
    this.#dispatch = dispatch;
  }

  get failed(): boolean {
    return this.#faults > 0;
  }

  /** Whether the code at hand is that of a function outside the lambda, which may see other constants. */
  get isElsewhere(): boolean {
    return this.#elsewhere > 0;
  }

  /** Whether a function is being lowered at the moment. */
  isOpen(node: ts.Node): boolean {
    return this.#open.has(node);
  }

  /** Runs `build` on a function; where that stands outside the lambda, what its names mean is looked up there. */
  within<T>(node: ts.Node, build: () => T): T {
    const isOutside =
      node.getSourceFile() !== this.root.getSourceFile() || node.pos < this.root.pos || node.end > this.root.end;
    this.#elsewhere += isOutside ? 1 : 0;
    this.#open.add(node);
    const result = build();
    this.#open.delete(node);
    this.#elsewhere -= isOutside ? 1 : 0;
    return result;
  }

  /** Lowers to a node that may give nothing where the TypeScript gives undefined. */
  lower(node: ts.Expression): ExpressionNode {
    return this.#dispatch.expression(node, this);
  }

  /** Lowers a function that is called by its name. */
  lowerFunction(node: FunctionNode): LambdaNode {
    return this.#dispatch.namedFunction(node, this);
  }

  /** Lowers what must have a value; `position` names who needs it. */
  value(node: ts.Expression, position: string): ExpressionNode {
    return this.#checked(node, () => {
      if (isDataBySyntax(unwrap(node))) return;
      const absent = absentPart(node, this);
      if (absent) this.refuse("maybe-undefined", absent, { path: sourceText(absent), position });
      else if (this.kinds(node).has("other")) {
        this.refuse("not-json", node, { text: sourceText(node), type: describeKinds(this.kinds(node)) });
      }
    });
  }

  /** Lowers what JSONata and JavaScript both see as true or false: booleans only. */
  condition(node: ts.Expression): ExpressionNode {
    return this.#checked(node, () => {
      if (this.isOnly(node, "boolean") && !mayBeAbsent(node, this)) return;
      const kinds = this.kinds(node);
      const text = sourceText(node);
      const test = defaultInstead(node, text, kinds) ?? testInstead(text, kinds);
      this.refuse("not-boolean", node, { text, type: describeKinds(kinds), test });
    });
  }

  /** Lowers, and checks the whole where its parts are without fault. */
  #checked(node: ts.Expression, check: () => void): ExpressionNode {
    const before = this.#faults;
    const lowered = this.lower(node);
    if (this.#faults === before) check();
    return lowered;
  }

  kinds(node: ts.Node): ReadonlySet<ValueKind> {
    const kind = kindBySyntax(node) ?? this.#kindByMethod(node);
    if (kind !== undefined) return setOf(kind);
    if (ts.isParenthesizedExpression(node)) return this.kinds(node.expression);
    // Of `a ?? b` TypeScript would work out both types again.
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) {
      const left = this.kinds(node.left);
      const value = withoutNullish(left);
      return value === left ? left : new Set([...value, ...this.kinds(node.right)]);
    }
    return kindsOf(this.checker.getTypeAtLocation(node), this.checker);
  }

  /** What a method of a text gives; TypeScript would work out the text's type again. */
  #kindByMethod(node: ts.Node): ValueKind | undefined {
    if (!ts.isCallExpression(node) || ts.isOptionalChain(node)) return undefined;
    const { expression: callee } = node;
    if (!ts.isPropertyAccessExpression(callee)) return undefined;
    const kind = kindsOfTextMethods.get(callee.name.text);
    if (kind === undefined) return undefined;
    const kinds = this.kinds(callee.expression);
    return kinds.size === 1 && kinds.has("string") ? kind : undefined;
  }

  isOnly(node: ts.Node, ...allowed: readonly ValueKind[]): boolean {
    return isOnly(this.kinds(node), ...allowed);
  }

  symbolOf(node: ts.Identifier): ts.Symbol | undefined {
    if (ts.isShorthandPropertyAssignment(node.parent)) {
      return this.checker.getShorthandAssignmentValueSymbol(node.parent);
    }
    return this.checker.getSymbolAtLocation(node);
  }

  /** Runs `build` with a node that may be written twice: the value itself where it is a short path, else a variable. */
  sharing(value: ExpressionNode, name: string, build: (shared: ExpressionNode) => ExpressionNode): ExpressionNode {
    if (isSimple(value)) return build(value);
    const local = this.names.take(name);
    return block([Object.freeze({ name: local, value })], build(variable(local)));
  }

  /** What an optional chain gives: `build`, or nothing where its object is null or missing. */
  chained(node: ts.Node, object: ExpressionNode, build: (object: ExpressionNode) => ExpressionNode): ExpressionNode {
    if (!ts.isOptionalChain(node)) return build(object);
    return this.sharing(object, "object", (shared) =>
      conditional(binary("!=", shared, literal(null)), build(shared), absent),
    );
  }

  refuse<K extends keyof Reporters>(code: K, node: ts.Node, details: Details<K>): ExpressionNode {
    this.#faults += 1;
    this.warn(code, node, details);
    return literal(null);
  }

  /** Reports what does not keep the lambda from being lowered. */
  warn<K extends keyof Reporters>(code: K, node: ts.Node, details: Details<K>): void {
    const reporter = expressionDiagnostics[code] as (details: Details<K>, place: DiagnosticPlace) => Diagnostic;
    this.context.report(reporter(details, { location: this.context.locate(node) }));
  }

  unsupported(node: ts.Node, construct: string, help: string): ExpressionNode {
    return this.refuse("unsupported-syntax", node, { construct, help });
  }
}

/** A node that costs nothing to evaluate twice. */
export function isSimple(node: ExpressionNode): boolean {
  switch (node.kind) {
    case "literal":
      return node.value === null || typeof node.value !== "object";
    case "property":
      return isSimple(node.object);
    case "scope":
    case "capture":
    case "variable":
    case "states":
    case "contextName":
      return true;
    default:
      return false;
  }
}

const falsyValues: readonly (readonly [kind: ValueKind, value: string])[] = [
  ["undefined", "undefined"],
  ["null", "null"],
  ["string", '""'],
  ["number", "0"],
];

/** What to write instead of `text || "default"`; undefined where a value stands somewhere else. */
function defaultInstead(node: ts.Expression, text: string, kinds: ReadonlySet<ValueKind>): string | undefined {
  const { parent } = node;
  if (!ts.isBinaryExpression(parent) || parent.left !== node) return undefined;
  if (parent.operatorToken.kind !== ts.SyntaxKind.BarBarToken || ts.isBinaryExpression(parent.right)) return undefined;
  const tests = falsyValues.flatMap(([kind, value]) => (kinds.has(kind) ? [`${text} !== ${value}`] : []));
  return tests.length === 0 ? undefined : `${tests.join(" && ")} ? ${text} : ${sourceText(parent.right)}`;
}

/** What to write instead of a value that is no boolean as a condition. */
function testInstead(text: string, kinds: ReadonlySet<ValueKind>): string {
  const given = isOnly(kinds, "null", "undefined", "object", "array") ? `${text} != null` : `Boolean(${text})`;
  if (kinds.has("null") || kinds.has("undefined")) return given;
  if (isOnly(kinds, "string")) return `${text} !== ""`;
  if (isOnly(kinds, "number")) return `${text} !== 0`;
  return isOnly(kinds, "array") ? `${text}.length > 0` : given;
}

/** The source of a node on one line, shortened where it is long. */
export function sourceText(node: ts.Node): string {
  const text = node.getText().replace(/\s+/g, " ");
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
