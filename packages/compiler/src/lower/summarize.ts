import { type ExpressionNode, type SourceNode, walkExpression } from "@treadle/expressions";
import { readsState } from "./context-values.js";

/** What lowering and emission ask of an expression again and again. */
export interface Summary {
  /** The keys of the values that it reads from variables. */
  readonly variables: ReadonlySet<string>;
  /** How much text it is, in nodes. */
  readonly size: number;
  /** Whether it gives the same value wherever it stands. */
  readonly isRepeatable: boolean;
  /** Whether a lambda or a block in it binds names. */
  readonly bindsNames: boolean;
}

const summaries = new WeakMap<ExpressionNode, Summary>();

/**
 * The summary of an expression, which is kept; those of an object's members are kept each for itself, since of an object that
 * several transitions give most members are the same in all of them.
 */
export function summarize(node: ExpressionNode): Summary {
  const known = summaries.get(node);
  if (known) return known;
  const variables = new Set<string>();
  let size = 0;
  let isRepeatable = true;
  let bindsNames = false;
  const add = (summary: Summary): void => {
    for (const key of summary.variables) variables.add(key);
    size += summary.size;
    isRepeatable &&= summary.isRepeatable;
    bindsNames ||= summary.bindsNames;
  };
  if (node.kind === "object") {
    size += 1;
    for (const { key, value } of node.entries) {
      if (key.kind === "literal") size += 1;
      else add(summarize(key));
      add(summarize(value));
    }
  } else {
    walkExpression(node, (child) => {
      if (child.kind === "scope") variables.add(child.name);
      size += child.kind === "source" ? writtenText(child).length / charactersOfNode : 1;
      isRepeatable &&= !mayDiffer(child);
      bindsNames ||= child.kind === "lambda" || child.kind === "block";
    });
  }
  const summary = { variables, size, isRepeatable, bindsNames };
  summaries.set(node, summary);
  return summary;
}

/** Functions that give another value each time they are called. */
const impure = new Set(["random", "uuid", "now", "millis", "shuffle"]);

/** About how long the text of a node is, where it was written by hand. */
const charactersOfNode = 8;

/** Whether a node may give another value in another place, whatever is in it. */
function mayDiffer(node: ExpressionNode): boolean {
  switch (node.kind) {
    case "call":
      return typeof node.callee === "string" && impure.has(node.callee);
    case "source":
      return isImpureText(node);
    // As an element of JSON it is one value; in an array constructor an array would be spliced.
    case "array":
      return node.elements.some((element) => element.kind === "source" && !element.inLambda);
    default:
      return readsState(node);
  }
}

function isImpureText(node: SourceNode): boolean {
  const calls = writtenText(node).matchAll(/\$(\w+)\s*\(|\bcontext\s*\.\s*(State)\b/g);
  return [...calls].some(([, callee, state]) => state !== undefined || impure.has(callee!));
}

function writtenText({ parts }: SourceNode): string {
  return parts.filter((part) => typeof part === "string").join(" ");
}
