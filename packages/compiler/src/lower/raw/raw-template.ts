import { analyseJsonata, findFreeVariables, findUncalledFunctions, isJsonataText, jsonataSource } from "@treadle/asl";
import { array, type ExpressionNode, type Json, literal, object, scope, source } from "@treadle/expressions";
import { type PlaceholderKind, placeholdersIn } from "@treadle/workflow";
import type { RawStateNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../../diagnostics.js";
import { contextValue } from "../context-values.js";
import { textNode } from "../lower-field.js";
import type { Place } from "../place.js";

/** What the texts of a raw state may read, depending on where in it they stand. */
export interface RawTexts {
  readonly node: RawStateNode;
  readonly place: Place;
  /** Variables that stay as they are written: those that states inside assign. */
  readonly own: ReadonlySet<string>;
  /** Whether the text stands in a state inside; its `$states.input` is then its own. */
  readonly isInside: boolean;
  /** Why a value of the scope cannot be read where the text stands; undefined where it can. */
  readonly whyNotReadable: (name: string) => string | undefined;
}

/** A value of a raw state as a node: JSON as it stands, in which texts may be JSONata over the scope's names. */
export function rawTemplate(value: Json, field: string, texts: RawTexts): ExpressionNode {
  if (typeof value === "string") return rawText(value, field, texts);
  if (typeof value !== "object" || value === null) return literal(value);
  if (Array.isArray(value))
    return array(value.map((each: Json, index) => rawTemplate(each, `${field}[${index}]`, texts)));
  return object(
    Object.fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        rawTemplate(member, field === "" ? key : `${field}.${key}`, texts),
      ]),
    ),
  );
}

function rawText(text: string, field: string, texts: RawTexts): ExpressionNode {
  const { node, place } = texts;
  const { lowering } = place;
  const refuse = (fault: string) => {
    lowering.report(
      compilerDiagnostics["raw-expression"]({ step: node.name, field, fault }, { location: node.location }),
    );
    return literal(text);
  };
  if (!isJsonataText(text)) {
    if (text.startsWith("{%")) return refuse("it begins with {% and does not end with %}");
    const member = field.slice(Math.max(field.lastIndexOf("."), field.lastIndexOf("]")) + 1);
    lowering.addPlaceholders(declaredKinds(text, texts));
    return textNode(text, kindsOfFields.get(member) ?? "text", lowering);
  }
  const expression = jsonataSource(text).trim();
  const analysis = analyseJsonata(expression);
  if (analysis.syntaxError) return refuse(`it is no JSONata: ${analysis.syntaxError.message}`);
  const [bare] = analysis.topLevelReferences;
  if (bare) return refuse(`"${bare.name}" reads a document around the expression, and Step Functions gives none`);
  if (expression.includes("%{")) return refuse('it holds "%{", which templates of Terraform read; write "% {"');
  if (!texts.isInside && analysis.statesFields.some(({ name }) => name === "input")) {
    return refuse("$states.input is whatever the step before leaves; name the value that it should read");
  }
  const ambiguous = findUncalledFunctions(expression).find(({ name }) => place.environment.lookup(name) !== undefined);
  if (ambiguous) {
    const { name } = ambiguous;
    return refuse(`$${name} is a function of JSONata and the name of a step; give the step another name`);
  }
  lowering.addPlaceholders(placeholdersIn(text, "text"));
  lowering.addPlaceholders(declaredKinds(text, texts));
  return source(...partsOf(expression, texts));
}

/** The text, with a node in the place of each name of the scope. */
function partsOf(expression: string, texts: RawTexts): (string | ExpressionNode)[] {
  const parts: (string | ExpressionNode)[] = [];
  let done = 0;
  for (const { name, start, end } of findFreeVariables(expression)) {
    const value = valueNamed(name, texts);
    if (value === undefined) continue;
    parts.push(expression.slice(done, start), value);
    done = end;
  }
  return [...parts, expression.slice(done)].filter((part) => part !== "");
}

function valueNamed(name: string, { node, place, own, whyNotReadable }: RawTexts): ExpressionNode | undefined {
  if (own.has(name)) return undefined;
  const value = place.environment.lookup(name);
  if (value === undefined) {
    const inContext = contextValue(name);
    if (inContext) return inContext;
    const known = place.environment.names();
    place.lowering.report(compilerDiagnostics["unknown-scope-name"]({ name, known }, { location: node.location }));
    return undefined;
  }
  const reason = whyNotReadable(name);
  if (reason !== undefined) {
    place.lowering.report(
      compilerDiagnostics["raw-outer-value"]({ step: node.name, name, reason }, { location: node.location }),
    );
  }
  return value.alias ?? scope(value.key);
}

function declaredKinds(text: string, { node }: RawTexts) {
  const declared = node.state.placeholders;
  return placeholdersIn(text, "text").flatMap(({ name }) => {
    const kind = Object.hasOwn(declared, name) ? declared[name] : undefined;
    return kind ? [{ name, kind }] : [];
  });
}

/** What a text that is one placeholder stands for, by the field that it is in. */
const kindsOfFields: ReadonlyMap<string, PlaceholderKind> = new Map([
  ["Bucket", "bucket-name"],
  ["FunctionName", "lambda-function-arn"],
  ["QueueUrl", "queue-url"],
  ["RoleArn", "role-arn"],
  ["StateMachineArn", "state-machine-arn"],
  ["TableName", "table-name"],
  ["TopicArn", "topic-arn"],
]);
