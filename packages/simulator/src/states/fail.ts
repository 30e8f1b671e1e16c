import { StateFailure } from "../failure.js";
import { evaluateTyped, usesJsonata } from "../fields.js";
import { evaluateField } from "../jsonpath/payload-template.js";
import { createTemplateScope } from "../scopes.js";
import { inspect, type StateHandler, type Strand, type Visit } from "../strand.js";

export const runFail: StateHandler = async (visit, strand) => {
  if (!usesJsonata(visit, strand)) inspect(visit, "afterInputPath", visit.input);
  const error = await readText("Error", visit, strand);
  const cause = await readText("Cause", visit, strand);
  throw new StateFailure(error, cause);
};

async function readText(field: "Error" | "Cause", visit: Visit, strand: Strand): Promise<string | undefined> {
  const text = visit.state[field];
  if (usesJsonata(visit, strand)) {
    return text === undefined ? undefined : ((await evaluateTyped(text, field, "string", visit, strand)) as string);
  }
  const path = visit.state[`${field}Path`];
  if (path === undefined) return text;
  const value = evaluateField(path, `${field}Path`, createTemplateScope(visit.input, visit, strand));
  return typeof value === "string" ? value : JSON.stringify(value);
}
