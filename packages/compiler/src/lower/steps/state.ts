import { type ExpressionNode, type Json, literal, states } from "@treadle/expressions";
import type { RawStateNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../../diagnostics.js";
import { prepareCatchers } from "../catchers.js";
import { assignOn, enter, leavingEdge, type Readable } from "../edge.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { type Fields, membersOf, mergeFields } from "../merge-fields.js";
import { labelName, stateName } from "../names.js";
import { joinPath, type LowerStep, type Place, valueAt } from "../place.js";
import { isObject, type JsonObject } from "../raw/json-object.js";
import { qualifyStates } from "../raw/qualify-states.js";
import { assignedInside } from "../raw/raw-names.js";
import { type RawTexts, rawTemplate } from "../raw/raw-template.js";
import type { StateDraft } from "../state-draft.js";
import { readFrom, readsAny } from "../substitute.js";

const inner = new Set(["ItemProcessor", "Branches"]);

/** A state that is written in ASL. Where it leads, and what becomes of its value, is lowered as for any other. */
export const lowerState: LowerStep<"state"> = (node, place, edges) => {
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const value = valueAt(place.path, node.name);
  const entry = enter(edges, name);
  const given = rightFields(node, place);
  const { Type, ...fields } = qualifyStates(given, path, (state) => place.lowering.claimState(state, node.location));
  const template = templatesOf(node, place, entry, fields);
  const { Output, ...expressions } = mergeFields(
    Object.fromEntries(Object.entries(fields).map(([field, json]) => [field, template(field, json)])),
    fieldsOfLambda(node, place, entry),
  );
  const result = Output ?? resultOf(Type);
  const success = assignOn(leavingEdge("success", entry), value.key, result);
  const catchers = prepareCatchers(node.options.catch, entry, path, value, place);
  place.lowering.addState(place.scope, {
    name,
    type: Type as StateDraft["type"],
    location: node.location,
    constants: isDistributed(fields) && fields.Label === undefined ? { Label: labelName(path) } : {},
    expressions,
    ...(node.options.retry && { retry: node.options.retry }),
    catchers: catchers.drafts,
    success: success.draft,
  });
  return { edges: [success, ...catchers.lowerHandlers()], environment: place.environment.with(node.name, value) };
};

/** The state's fields, but for those that cannot be there; the types refuse these, and a cast may have hidden them. */
function rightFields(node: RawStateNode, place: Place): JsonObject {
  const report = (field: string, reason: string) =>
    place.lowering.report(
      compilerDiagnostics["raw-state-field"]({ step: node.name, field, reason }, { location: node.location }),
    );
  const fields = Object.entries(node.state.fields).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  for (const [field] of fields) if (Object.hasOwn(builtFields, field)) report(field, builtFields[field]!);
  const { Type } = node.state.fields;
  const reason = typeof Type === "string" && Object.hasOwn(otherTypes, Type) ? otherTypes[Type] : undefined;
  if (!types.has(String(Type))) report("Type", reason ?? `it must be one of ${[...types].join(", ")}`);
  if (Type !== "Task" && Type !== "Map" && Type !== "Parallel") {
    if (node.options.retry !== undefined) report("Retry", `a ${Type} has none`);
    if (node.options.catch.length > 0) report("Catch", `a ${Type} has none`);
  }
  return Object.fromEntries(fields.filter(([field]) => !Object.hasOwn(builtFields, field)));
}

const types = new Set(["Task", "Map", "Parallel", "Pass", "Wait"]);

const otherTypes: { readonly [type: string]: string } = {
  Choice: "a Choice leads to steps, so write it with .choice or .match",
  Fail: "a Fail ends the execution, so write it with .fail",
  Succeed: "a Succeed ends the branch, so write it with .return or .succeed",
};

const builtFields: { readonly [field: string]: string } = {
  Next: "the order of the steps gives it",
  End: "the order of the steps gives it",
  Assign: "what later steps read gives it",
  Retry: "it is an option of .state",
  Catch: "it is an option of .state",
  QueryLanguage: "the whole workflow is in JSONata",
};

/** The step's value where the state has no Output. */
function resultOf(type: Json | undefined): ExpressionNode {
  return type === "Pass" || type === "Wait" ? literal(null) : states("result");
}

/** How a field becomes a node: those of the state itself read where the step stands, those of states inside from variables. */
function templatesOf(node: RawStateNode, place: Place, entry: Readable, fields: JsonObject) {
  const own = assignedInside({ ...fields });
  const atStep: RawTexts = { node, place, own: new Set(), isInside: false, whyNotReadable: () => undefined };
  const inside: RawTexts = { node, place, own, isInside: true, whyNotReadable };
  function whyNotReadable(name: string): string | undefined {
    if (isDistributed(fields)) return "the states inside run in executions of their own";
    const value = place.environment.lookup(name)!;
    const isInInput = value.alias ? readsAny(value.alias, entry) : entry.has(value.key);
    return isInInput ? "it is in the input of this state and in no variable" : undefined;
  }
  return (field: string, json: Json): ExpressionNode =>
    inner.has(field) ? rawTemplate(json, field, inside) : readFrom(rawTemplate(json, field, atStep), entry);
}

function isDistributed({ ItemProcessor }: JsonObject): boolean {
  const config = isObject(ItemProcessor) ? ItemProcessor.ProcessorConfig : undefined;
  return isObject(config) && config.Mode === "DISTRIBUTED";
}

function fieldsOfLambda(node: RawStateNode, place: Place, entry: Readable): Fields {
  if (!node.fields) return {};
  const { mark } = node.fields;
  const location = (mark && place.lowering.input.lambda(mark.site)?.location) ?? node.location;
  const report = (field: string, reason: string) =>
    place.lowering.report(compilerDiagnostics["raw-state-field"]({ step: node.name, field, reason }, { location }));
  const fields = membersOf(readFrom(lowerLambdaRef(node.fields, node, place), entry));
  if (!fields) report("of the lambda", "it must give an object whose names are written out");
  for (const field of Object.keys(fields ?? {})) {
    const reason = field === "Type" ? "it is written in rawState" : builtFields[field];
    if (reason !== undefined) report(field, reason);
  }
  return fields ?? {};
}
