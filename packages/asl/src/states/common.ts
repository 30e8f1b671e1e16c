import type { JsonObject, JsonValue } from "../json.js";
import type { JsonataText, QueryLanguage } from "../query-language.js";

/** A constant, or a JSONata expression that gives it. */
export type Evaluated<T> = T | JsonataText;

/** Values for variables, by name. In JSONPath states a key ends in `.$` where its value is a path. */
export type Assignments = JsonObject;

export interface StateFields<Type extends string> {
  readonly Type: Type;
  readonly Comment?: string;
  /** Default: the machine's language. In a JSONata machine no state may say `JSONPath`. */
  readonly QueryLanguage?: QueryLanguage;
}

/** JSONPath only. `null` stands for an empty object. */
export interface PathInputOutput {
  readonly InputPath?: string | null;
  readonly OutputPath?: string | null;
}

/** JSONPath only. */
export interface PathResult {
  /** Reference path where the result goes in the input; `null` drops it. */
  readonly ResultPath?: string | null;
}

/** JSONata only. */
export interface JsonataOutput {
  /** Default: the result of Task, Parallel and Map, the input of other states. */
  readonly Output?: JsonValue;
}

/** Exactly one of the two. */
export interface Transition {
  readonly Next?: string;
  readonly End?: true;
}

/** JSONPath only: a JSON payload whose keys ending in `.$` hold paths or intrinsic function calls. */
export type PayloadTemplate = JsonValue;

export const commonFieldOrder = ["Type", "Comment", "QueryLanguage"] as const;
