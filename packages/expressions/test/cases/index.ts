import { absence } from "./absence.js";
import { arrays } from "./arrays.js";
import { blocks } from "./blocks.js";
import { building } from "./building.js";
import { captures } from "./captures.js";
import { conditions } from "./conditions.js";
import { conversions } from "./conversions.js";
import { functions } from "./functions.js";
import { numberTexts } from "./number-texts.js";
import { numbers } from "./numbers.js";
import { objects } from "./objects.js";
import { positions } from "./positions.js";
import { regularExpressions } from "./regular-expressions.js";
import { rest } from "./rest.js";
import { searches } from "./searches.js";
import type { Section } from "./section.js";
import { sorting } from "./sorting.js";
import { switches } from "./switches.js";
import { textSearches } from "./text-searches.js";
import { texts } from "./texts.js";
import { times } from "./times.js";
import { values } from "./values.js";

export { inputs, prelude } from "./prelude.js";

/** In the order of the guide. */
export const sections: readonly Section[] = [
  values,
  absence,
  conditions,
  numbers,
  numberTexts,
  texts,
  textSearches,
  regularExpressions,
  arrays,
  positions,
  searches,
  sorting,
  building,
  objects,
  captures,
  blocks,
  rest,
  switches,
  functions,
  conversions,
  times,
];

/** Every supported construct: a lambda's body and the JSONata printed for it. */
export const cases = sections.flatMap(({ rows }) => rows.map(([source, jsonata]) => ({ source, jsonata })));
