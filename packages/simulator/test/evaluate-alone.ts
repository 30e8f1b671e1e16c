import { type SimulateOptions, simulate } from "../src/index.js";
import type { Json } from "../src/json.js";

/** What an expression gives as the output of a Pass state, or how its cause goes on behind the name of the field. */
export async function evaluateAlone(expression: string, options: SimulateOptions = {}): Promise<Json> {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "S",
    States: { S: { Type: "Pass", Output: `{% ${expression} %}`, End: true } },
  };
  const { status, output, cause } = await simulate(definition, options);
  if (status === "SUCCEEDED") return output as Json;
  return cause?.replace(/^.*specified for the field 'Output' /s, "") ?? status;
}
