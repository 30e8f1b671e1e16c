import type { SourceLocation } from "@treadle/diagnostics";
import type { Placeholder } from "./placeholder.js";

/** What JSON can hold: the data that flows through a state machine. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A lowered lambda: the syntax tree of a JSONata expression, in which what only the compiler knows (`s.order`, a captured
 * constant) still stands by its name. Nodes are frozen and compared by value.
 */
export type ExpressionNode =
  | LiteralNode
  | RegexNode
  | PlaceholderNode
  | VariableNode
  | StatesNode
  | ScopeNode
  | CaptureNode
  | ContextNameNode
  | PropertyNode
  | SubscriptNode
  | CallNode
  | BinaryNode
  | NegateNode
  | ConditionalNode
  | ArrayNode
  | ObjectNode
  | LambdaNode
  | BlockNode
  | SourceNode;

export type ExpressionKind = ExpressionNode["kind"];

interface NodeBase {
  /** The TypeScript this came from, where it came from any. Not part of what the node means. */
  readonly location?: SourceLocation;
}

/** A constant. Objects and arrays are printed as constructors. */
export interface LiteralNode extends NodeBase {
  readonly kind: "literal";
  readonly value: Json;
}

/** `/pattern/`, an argument of `$replace`, `$split`, `$match` or `$contains`. */
export interface RegexNode extends NodeBase {
  readonly kind: "regex";
  /** Without the slashes, and in the syntax that JavaScript and Java share. */
  readonly pattern: string;
  /** Letters match in either case: the flag `i`. */
  readonly ignoreCase?: true;
}

/** A text with `${Name}` in it that deployment replaces: the only node that may print `${`. */
export interface PlaceholderNode extends NodeBase {
  readonly kind: "placeholder";
  readonly text: string;
  /** The placeholders in the text that a lambda declares; those of tasks are declared by the task. */
  readonly declares?: readonly Placeholder[];
}

/** `$name`: a state machine variable, a lambda parameter or a binding of a block. */
export interface VariableNode extends NodeBase {
  readonly kind: "variable";
  readonly name: string;
}

/** `$states.input`, `$states.result`, `$states.errorOutput`, `$states.context`. */
export interface StatesNode extends NodeBase {
  readonly kind: "states";
  readonly field: "input" | "result" | "errorOutput" | "context";
}

/** `s.name` of the authoring lambda: a step's value or a local (`input`, `item`, `index`, `it`, `error`). */
export interface ScopeNode extends NodeBase {
  readonly kind: "scope";
  readonly name: string;
}

/** A constant of the lambda's closure, by the text of its reference (`LIMIT`, `rates.eu`); its value comes from the module. */
export interface CaptureNode extends NodeBase {
  readonly kind: "capture";
  readonly name: string;
}

/** A bare name inside a predicate or a path step: a field of the item at hand. Never at the top level, where AWS refuses it. */
export interface ContextNameNode extends NodeBase {
  readonly kind: "contextName";
  readonly name: string;
}

/** `object.name`. */
export interface PropertyNode extends NodeBase {
  readonly kind: "property";
  readonly object: ExpressionNode;
  readonly name: string;
}

/** `object[index]` or `object[predicate]`: JSONata tells them apart by the value. */
export interface SubscriptNode extends NodeBase {
  readonly kind: "subscript";
  readonly object: ExpressionNode;
  readonly subscript: ExpressionNode;
}

/** `$function(arguments)`: `callee` is a built-in's name without `$`, or a node that gives a function. */
export interface CallNode extends NodeBase {
  readonly kind: "call";
  readonly callee: string | ExpressionNode;
  readonly arguments: readonly ExpressionNode[];
  /** Prints `[]` after the call: a sequence of one stays a sequence, which matters where its element is an array. */
  readonly keepArray?: true;
}

export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "%"
  | "&"
  | "="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "and"
  | "or"
  | "in"
  | "..";

export interface BinaryNode extends NodeBase {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

export interface NegateNode extends NodeBase {
  readonly kind: "negate";
  readonly operand: ExpressionNode;
}

/** `condition ? whenTrue : whenFalse`. */
export interface ConditionalNode extends NodeBase {
  readonly kind: "conditional";
  readonly condition: ExpressionNode;
  readonly whenTrue: ExpressionNode;
  readonly whenFalse: ExpressionNode;
}

/**
 * `[a, b]`: also what keeps a one-element sequence an array. As in JSONata, an element that is missing is left out, and one
 * whose value is an array is spliced in, unless the element is an `ArrayNode` itself.
 */
export interface ArrayNode extends NodeBase {
  readonly kind: "array";
  readonly elements: readonly ExpressionNode[];
}

export interface ObjectNode extends NodeBase {
  readonly kind: "object";
  readonly entries: readonly ObjectEntry[];
}

export interface ObjectEntry {
  readonly key: ExpressionNode;
  readonly value: ExpressionNode;
}

/** `function($a, $b) { body }`. */
export interface LambdaNode extends NodeBase {
  readonly kind: "lambda";
  readonly parameters: readonly string[];
  readonly body: ExpressionNode;
}

/** `( $a := x; $b := y; result )`. Without bindings it is a pair of parentheses, which ends a sequence. */
export interface BlockNode extends NodeBase {
  readonly kind: "block";
  readonly bindings: readonly { readonly name: string; readonly value: ExpressionNode }[];
  readonly result: ExpressionNode;
}

/** JSONata written by hand: its text, with nodes in the places of what it reads by name. */
export interface SourceNode extends NodeBase {
  readonly kind: "source";
  readonly parts: readonly (string | ExpressionNode)[];
  /** Set where it stands in a lambda: there an array that it gives is spliced into another as any array is. */
  readonly inLambda?: {
    /** Whether the text holds together beside any operator: a call, a variable or parentheses. */
    readonly isPrimary: boolean;
    /** The variables that the text binds. */
    readonly binds: readonly string[];
  };
}
