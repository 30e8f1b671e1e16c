import { isRecord } from "../json.js";
import type { JsonataAnalysis } from "../jsonata/analyse-jsonata.js";
import { isJsonataText, jsonataSource } from "../query-language.js";
import type { Path } from "./path.js";
import type { StateVisit } from "./scopes.js";

/** A string in a place where AWS looks for JSONata. */
export interface ExpressionVisit {
  readonly visit: StateVisit;
  readonly path: Path;
  readonly text: string;
  /** Fields of `$states` besides `input` and `context` that exist here. */
  readonly extraFields: readonly ("result" | "errorOutput")[];
  /** Absent where the delimiters are wrong. */
  readonly analysis?: JsonataAnalysis;
}

/** Fields of a state whose strings AWS never parses, and those that hold other states. */
const constantFields = new Set([
  "Type",
  "Comment",
  "QueryLanguage",
  "Resource",
  "Next",
  "Default",
  "End",
  "ErrorEquals",
  "Retry",
  "Credentials",
  "Label",
  "Branches",
  "ItemProcessor",
  "Iterator",
  "CSVHeaders",
]);

/** Fields whose whole content is payload: keys inside mean nothing to AWS. */
const payloadFields = new Set(["Arguments", "Assign", "BatchInput", "Items", "ItemSelector", "Output"]);

const resultTypes: readonly (string | undefined)[] = ["Task", "Parallel", "Map"];

/** Every expression of a JSONata state, and strings that only look like one; states inside it are not entered. */
export function collectExpressions(visit: StateVisit, analyse: (source: string) => JsonataAnalysis): ExpressionVisit[] {
  if (visit.language !== "JSONata") return [];
  const found: ExpressionVisit[] = [];
  const collect = (value: unknown, path: Path, place: Place): void => {
    if (typeof value === "string") {
      const extraFields = place.extraFields;
      if (!isJsonataText(value)) found.push({ visit, path, text: value, extraFields });
      else found.push({ visit, path, text: value, extraFields, analysis: analyse(jsonataSource(value)) });
    } else if (Array.isArray(value)) {
      value.forEach((item, index) => {
        if (mayHoldText(item)) collect(item, [...path, index], place);
      });
    } else if (isRecord(value)) {
      for (const [key, item] of Object.entries(value)) {
        if (!mayHoldText(item) || (!place.isPayload && constantFields.has(key))) continue;
        collect(item, [...path, key], enter(place, key, visit));
      }
    }
  };
  collect(visit.state, visit.path, { isPayload: false, owner: "state", extraFields: [] });
  return found;
}

/** Whether a value is a text to be looked at, or may hold one: most are and do not, and need no path. */
function mayHoldText(value: unknown): boolean {
  return typeof value === "string" ? value.startsWith("{%") : typeof value === "object";
}

interface Place {
  readonly isPayload: boolean;
  /** Whose field comes next: the state's, a catcher's, or a part's that has neither result nor error. */
  readonly owner: "state" | "catcher" | "part";
  readonly extraFields: ExpressionVisit["extraFields"];
}

function enter(place: Place, key: string, visit: StateVisit): Place {
  if (place.isPayload) return place;
  const writesResult = key === "Output" || key === "Assign";
  const extraFields: ExpressionVisit["extraFields"] =
    writesResult && place.owner === "catcher"
      ? ["errorOutput"]
      : writesResult && place.owner === "state" && resultTypes.includes(visit.type)
        ? ["result"]
        : [];
  return {
    isPayload: payloadFields.has(key),
    owner: place.owner === "state" && key === "Catch" ? "catcher" : "part",
    extraFields,
  };
}
