import { isRecord } from "../../json.js";
import { quotas } from "../../quotas.js";
import { utf8Length } from "../../utf8-length.js";
import type { ValidationContext } from "../validation-context.js";

const payloadFields = ["Result", "Output", "Arguments", "Parameters", "Items", "ItemSelector"];

/** A UTF-16 unit is at most so many bytes of UTF-8. */
const mostBytesOfUnit = 3;

/**
 * The definition as a whole, and what it holds of payload, stay under the service's limits.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export function sizeLimits(context: ValidationContext): void {
  const characters = JSON.stringify(context.definition).length;
  if (characters > quotas.definitionCharacters) {
    context.report("definition-too-large", {
      message: `The definition has ${characters} characters without white space, more than the ${quotas.definitionCharacters} that are allowed.`,
      path: [],
      help: "Move a part into a machine of its own and start it from here.",
    });
  }
  if (characters * mostBytesOfUnit <= quotas.payloadBytes) return;
  for (const visit of context.states) {
    for (const field of payloadFields) checkPayload(context, visit.state[field], [...visit.path, field]);
    checkPayload(context, visit.state.Assign, [...visit.path, "Assign"]);
    for (const list of ["Choices", "Catch"]) {
      const entries = visit.state[list];
      if (!Array.isArray(entries)) continue;
      entries.forEach((entry, index) => {
        if (!isRecord(entry)) return;
        for (const field of ["Assign", "Output"])
          checkPayload(context, entry[field], [...visit.path, list, index, field]);
      });
    }
    const { ItemBatcher: batcher } = visit.state;
    if (isRecord(batcher)) checkPayload(context, batcher.BatchInput, [...visit.path, "ItemBatcher", "BatchInput"]);
  }
}

function checkPayload(context: ValidationContext, value: unknown, path: (string | number)[]): void {
  if (value === undefined) return;
  const text = JSON.stringify(value);
  if (text.length * mostBytesOfUnit <= quotas.payloadBytes) return;
  const bytes = utf8Length(text);
  if (bytes <= quotas.payloadBytes) return;
  context.report("payload-too-large", {
    message: `${path.at(-1)} alone holds ${bytes} bytes; a state passes on at most ${quotas.payloadBytes}.`,
    path,
    help: "Keep large constants in S3 and pass the key.",
  });
}
