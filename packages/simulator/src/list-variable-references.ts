import { isJsonataText } from "@treadle/asl";
import { type StateDefinition, walkStates } from "./definition.js";
import { isJsonObject, type Json } from "./json.js";
import { unwrapExpression } from "./jsonata/expression.js";
import { listExpressionVariables } from "./jsonata/list-expression-variables.js";
import type { IntrinsicCall } from "./jsonpath/intrinsics/intrinsic-call.js";
import { parseIntrinsic } from "./jsonpath/intrinsics/parse-intrinsic.js";
import { parsePath } from "./jsonpath/parse-path.js";
import { readDefinition } from "./read-definition.js";

/** Fields that hold other states, which have references of their own. */
const innerBlocks: ReadonlySet<string> = new Set(["Branches", "ItemProcessor", "Iterator"]);

/**
 * The variables that each state reads, sorted, for the states that read any: `variableReferences` of
 * DescribeStateMachine. A definition that cannot be read has none.
 */
export function listVariableReferences(definition: string | object): Record<string, string[]> {
  const read = readDefinition(definition, {});
  if (!("machine" in read)) return {};
  const references: Record<string, string[]> = {};
  for (const [name, state] of walkStates(read.machine)) {
    const found = collect(state);
    if (found.size > 0) references[name] = [...found].sort();
  }
  return references;
}

function collect(state: StateDefinition): Set<string> {
  const found = new Set<string>();
  const visit = (value: Json, key: string): void => {
    if (typeof value === "string") for (const name of readString(value, key)) found.add(name);
    else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (isJsonObject(value)) for (const [inner, item] of Object.entries(value)) visit(item, inner);
  };
  for (const [key, value] of Object.entries(state)) if (!innerBlocks.has(key)) visit(value as Json, key);
  return found;
}

function readString(text: string, key: string): string[] {
  if (isJsonataText(text)) return attempt(() => listExpressionVariables(unwrapExpression(text)));
  if (!key.endsWith("Path") && !key.endsWith(".$") && key !== "Variable") return [];
  return attempt(() =>
    text.startsWith("States.") ? listCallVariables(parseIntrinsic(text)) : listPathVariables(text),
  );
}

/** What cannot be read has no references; that it cannot be read is the validator's business. */
function attempt(list: () => string[]): string[] {
  try {
    return list();
  } catch {
    return [];
  }
}

function listPathVariables(text: string): string[] {
  const { root } = parsePath(text);
  return root.kind === "variable" ? [root.name] : [];
}

function listCallVariables(call: IntrinsicCall): string[] {
  return call.args.flatMap((argument) => {
    if (argument.kind === "path") return listPathVariables(argument.text);
    return argument.kind === "call" ? listCallVariables(argument.call) : [];
  });
}
