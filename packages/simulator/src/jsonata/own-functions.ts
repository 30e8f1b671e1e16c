import { refuse } from "./engine-error.js";
import { around, type EngineFunction } from "./engine-functions.js";
import { checkPadding } from "./limits.js";
import { writeText } from "./write-text.js";

/** What Step Functions words without telling what it was; a UUID follows in the cause. */
export class InternalError extends Error {}

/** Built-in functions of JSONata that Step Functions has otherwise than the engine, by name. */
export const ownFunctions: ReadonlyMap<string, EngineFunction> = new Map(
  Object.entries({
    string: around("string", () => (value, pretty) => writeText(value, pretty === true)),
    formatNumber: around("formatNumber", refusePassivePictures),
    base64decode: around("base64decode", refuseForeignCharacters),
    substring: around("substring", cutFractions(1, 2)),
    pad: around("pad", (call) => cutFractions(1)(limitPadding(call))),
    match: around("match", cutFractions(2)),
    replace: around("replace", cutFractions(3)),
    split: around("split", cutFractions(2)),
    round: around("round", cutFractions(1)),
    formatBase: around("formatBase", cutFractions(1)),
  }),
);

type Implementation = EngineFunction["implementation"];

/**
 * Parameters that have to be integers are rounded down, as Step Functions documents; on its own functions that was measured
 * to be towards zero.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
function cutFractions(...positions: readonly number[]): (call: Implementation) => Implementation {
  return (call) =>
    function (...args) {
      for (const position of positions) {
        const value = args[position];
        if (typeof value === "number") args[position] = Math.trunc(value);
      }
      return call.apply(this, args);
    };
}

function limitPadding(call: Implementation): Implementation {
  return function (...args) {
    const [text, width] = args;
    if (typeof text === "string" && typeof width === "number") checkPadding(Math.abs(width) - [...text].length);
    return call.apply(this, args);
  };
}

/** A picture without any active character breaks the engine; Step Functions was seen to have an error for it (floci-io/floci#2737). */
function refusePassivePictures(call: Implementation): Implementation {
  return function (...args) {
    try {
      return call.apply(this, args);
    } catch (error) {
      if (error instanceof TypeError) return refuse("D3086");
      throw error;
    }
  };
}

/** The engine leaves out what is not of Base64's alphabet, Step Functions was seen to fail (floci-io/floci#2736). */
function refuseForeignCharacters(call: Implementation): Implementation {
  return function (text) {
    if (typeof text === "string" && !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new InternalError();
    return call.call(this, text);
  };
}
