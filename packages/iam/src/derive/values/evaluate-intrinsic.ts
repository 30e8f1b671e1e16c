import { type AbstractValue, textsOf, textValue, unknownValue } from "./abstract-value.js";
import { concatenate, type Text, text, unknownText } from "./text.js";

/** What is known about the value of a JSONPath field (`"TopicArn.$"`): intrinsic functions over constants. */
export function evaluateIntrinsic(source: string, paths: (path: string) => AbstractValue): AbstractValue {
  const expression = source.trim();
  if (expression.startsWith("'")) return textValue(expression.slice(1, -1).replace(/\\(.)/g, "$1"));
  if (expression.startsWith("$")) return paths(expression);
  const call = /^States\.(\w+)\((.*)\)$/s.exec(expression);
  if (call === null) return unknownValue;
  const args = splitArguments(call[2]!).map((argument) => evaluateIntrinsic(argument, paths));
  switch (call[1]) {
    case "Format":
      return args[0] === undefined ? unknownValue : format(args[0], args.slice(1));
    case "Array":
      return { kind: "array", items: args, open: false };
    default:
      return unknownValue;
  }
}

function format(template: AbstractValue, args: readonly AbstractValue[]): AbstractValue {
  const [pattern] = textsOf(template);
  const source = pattern?.parts[0];
  if (pattern?.parts.length !== 1 || source === undefined) return unknownValue;
  const pieces = source.split("{}");
  const texts = pieces.flatMap((piece, index): Text[] =>
    index === 0 ? [text(piece)] : [firstText(args[index - 1]), text(piece)],
  );
  return { kind: "text", text: concatenate(...texts) };
}

function firstText(value: AbstractValue | undefined): Text {
  const texts = value === undefined ? [] : textsOf(value);
  return texts.length === 1 ? texts[0]! : unknownText;
}

/** Splits at the commas that stand in no quotes and no inner call. */
function splitArguments(source: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < source.length; index++) {
    const character = source[index];
    if (character === "\\") index++;
    else if (character === "'") quoted = !quoted;
    else if (quoted) continue;
    else if (character === "(" || character === "[") depth++;
    else if (character === ")" || character === "]") depth--;
    else if (character === "," && depth === 0) {
      parts.push(source.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(source.slice(start));
  return parts.filter((part) => part.trim() !== "");
}
