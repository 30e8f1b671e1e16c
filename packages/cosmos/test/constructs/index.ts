import type { Construct } from "./construct.js";
import { from } from "./from.js";
import { arrayFunctions, numberFunctions, textFunctions, timeAndPlaceFunctions, typeFunctions } from "./functions.js";
import { grouping } from "./grouping.js";
import { operators } from "./operators.js";
import { ordering } from "./ordering.js";
import { reach } from "./reach.js";
import { select } from "./select.js";
import { subqueries } from "./subqueries.js";
import { where } from "./where.js";

/** By kind of construct. Those of `reach` are checked without leave to go to all partitions. */
export const constructs: { readonly [kind: string]: Construct } = {
  select,
  from,
  where,
  subqueries,
  grouping,
  ordering,
  operators,
  textFunctions,
  numberFunctions,
  arrayFunctions,
  typeFunctions,
  timeAndPlaceFunctions,
  reach,
};

export type { Construct, ConstructQuery } from "./construct.js";
export { emulatorQueries } from "./emulator-queries.js";
export { entries, entryShape, generateItems } from "./item.js";
