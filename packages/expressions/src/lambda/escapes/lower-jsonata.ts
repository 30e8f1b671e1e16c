// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import { didYouMean } from "@treadle/diagnostics";
import ts from "#typescript";
import { splitsText } from "../../jsonata/precedence.js";
import { absent, block, variable } from "../../nodes/create.js";
import type { BlockNode, ExpressionNode, SourceNode } from "../../nodes/expression-node.js";
import { isHelper } from "../calls/globals.js";
import { builtInFunctions } from "../local-names.js";
import type { Lowering } from "../lowering.js";
import { unwrap } from "../references.js";
import { analyseJsonata, isSameJsonata, type JsonataText } from "./analyse-jsonata.js";

/** `` jsonata<T>`…` ``: the user's text, checked, with lowered expressions in it. */
export function lowerTaggedTemplate(node: ts.TaggedTemplateExpression, lowering: Lowering): ExpressionNode {
  if (!ts.isIdentifier(node.tag) || isHelper(node.tag, lowering) !== "jsonata") {
    return lowering.unsupported(node, "A tagged template", "Use a plain template, or jsonata`…` of @treadle/workflow.");
  }
  const parts = partsOf(node.template);
  const fault = parts.find(({ text }) => splitsText(text));
  if (fault) return lowering.refuse("jsonata-mark", fault.node, undefined);
  const expressions = ts.isTemplateExpression(node.template)
    ? node.template.templateSpans.map(({ expression }) => expression)
    : [];
  const names = expressions.map((_, index) => `treadleHole${index}`);
  const texts = parts.map((part) => part.text);
  const found = analyseJsonata(textWith(texts, names));
  if (typeof found === "string") return lowering.refuse("jsonata-syntax", node.template, { fault: found });
  const swallowed = expressions.find((_, index) => !found.free.has(names[index]!));
  if (swallowed) return lowering.refuse("jsonata-hole", swallowed, { text: swallowed.getText() });
  const unknown = unknownReference(found, names);
  if (unknown !== undefined) return lowering.refuse("jsonata-reference", node.template, unknown);
  return embed(node, found, compact(texts, names), expressions, lowering);
}

interface Part {
  readonly text: string;
  readonly node: ts.Node;
}

function partsOf(template: ts.TemplateLiteral): readonly Part[] {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return [{ text: template.text, node: template }];
  return [template.head, ...template.templateSpans.map(({ literal }) => literal)].map((node) => ({
    text: node.text,
    node,
  }));
}

function textWith(parts: readonly string[], names: readonly string[]): string {
  return parts.map((part, index) => (index < names.length ? `${part}$${names[index]}` : part)).join("");
}

/** On one line, where line breaks and indentation mean nothing: in a text they do. */
function compact(parts: readonly string[], names: readonly string[]): readonly string[] {
  const shorter = parts.map((part) => part.replace(/\s*\n\s*/g, " "));
  shorter[0] = shorter[0]!.trimStart();
  shorter.push(shorter.pop()!.trimEnd());
  return isSameJsonata(textWith(shorter, names), textWith(parts, names)) ? shorter : parts;
}

/** A variable or name that Step Functions does not have. */
function unknownReference(found: JsonataText, holes: readonly string[]): { name: string; help: string } | undefined {
  if (found.readsInput) {
    return { name: "$", help: "There is no input document: interpolate the value to begin with, `${s.order}.lines`." };
  }
  for (const name of found.free) {
    if (holes.includes(name) || builtInFunctions.has(name)) continue;
    const help =
      name === "states"
        ? "Interpolate what you need of the scope: `${s.execution.id}`, `${s.input}`."
        : `Interpolate values, \`\${s.${name}}\`, and call functions that Step Functions has.${didYouMean(name, builtInFunctions)}`;
    return { name: `$${name}`, help };
  }
  return undefined;
}

/** What is interpolated is computed before the text where that binds variables, which might hide those of the value. */
function embed(
  node: ts.TaggedTemplateExpression,
  found: JsonataText,
  parts: readonly string[],
  expressions: readonly ts.Expression[],
  lowering: Lowering,
): ExpressionNode {
  lowering.names.reserve(() => found.binds);
  const values = expressions.map((expression) => lowerHole(expression, lowering));
  const bindings: BlockNode["bindings"][number][] = [];
  const holes = values.map((value) => {
    if (found.binds.size === 0 || value.kind === "literal") return value;
    const name = lowering.names.take("value");
    bindings.push(Object.freeze({ name, value }));
    return variable(name);
  });
  const written: SourceNode = Object.freeze({
    kind: "source",
    parts: Object.freeze(parts.flatMap((part, index) => [part, ...holes.slice(index, index + 1)])),
    inLambda: Object.freeze({ isPrimary: found.isPrimary, binds: Object.freeze([...found.binds]) }),
    location: lowering.context.locate(node),
  });
  return bindings.length === 0 ? written : block(bindings, written);
}

function lowerHole(expression: ts.Expression, lowering: Lowering): ExpressionNode {
  const inner = unwrap(expression);
  if (ts.isArrowFunction(inner) || ts.isFunctionExpression(inner)) return lowering.lowerFunction(inner);
  const value = lowering.lower(expression);
  return lowering.failed ? absent : value;
}
