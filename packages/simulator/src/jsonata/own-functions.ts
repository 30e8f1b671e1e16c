import { around, type EngineFunction } from "./engine-functions.js";
import { writeText } from "./write-text.js";

/** Built-in functions of JSONata that Step Functions has otherwise than the engine, by name. */
export const ownFunctions: ReadonlyMap<string, EngineFunction> = new Map(
  Object.entries({
    string: around("string", () => (value, pretty) => writeText(value, pretty === true)),
  }),
);
