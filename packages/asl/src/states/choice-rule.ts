import type { Assignments, Evaluated, JsonataOutput } from "./common.js";

/** What a rule does when it is the first that matches; replaces the state's own `Assign` and `Output`. */
interface RuleEffects {
  readonly Comment?: string;
  readonly Assign?: Assignments;
  readonly Next: string;
}

/** A rule of a JSONata Choice. */
export interface JsonataChoiceRule extends RuleEffects, JsonataOutput {
  readonly Condition: Evaluated<boolean>;
}

const orderedTypes = ["String", "Numeric", "Timestamp"] as const;
const orderings = ["Equals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"] as const;

type OrderedType = (typeof orderedTypes)[number];
type OrderedComparator = `${OrderedType}${(typeof orderings)[number]}`;
type TypeTest = "IsNull" | "IsPresent" | "IsNumeric" | "IsString" | "IsBoolean" | "IsTimestamp";

/** Names of the comparators of JSONPath rules; each rule holds exactly one. */
export type ChoiceComparator =
  | OrderedComparator
  | `${OrderedComparator}Path`
  | "BooleanEquals"
  | "BooleanEqualsPath"
  | "StringMatches"
  | TypeTest;

export const choiceComparators: readonly ChoiceComparator[] = [
  ...orderedTypes.flatMap((type) =>
    orderings.flatMap((ordering) => [`${type}${ordering}`, `${type}${ordering}Path`] as const),
  ),
  "StringMatches",
  "BooleanEquals",
  "BooleanEqualsPath",
  "IsNull",
  "IsPresent",
  "IsNumeric",
  "IsString",
  "IsBoolean",
  "IsTimestamp",
];

/** The condition of a JSONPath rule: a comparison, or a combination of conditions. */
export type PathCondition =
  | ({ readonly Variable: string } & { readonly [C in ChoiceComparator]?: string | number | boolean })
  | { readonly And: readonly PathCondition[] }
  | { readonly Or: readonly PathCondition[] }
  | { readonly Not: PathCondition };

/** A rule of a JSONPath Choice. */
export type PathChoiceRule = RuleEffects & PathCondition;

export type ChoiceRule = JsonataChoiceRule | PathChoiceRule;

export const choiceRuleFieldOrder = [
  "Comment",
  "Condition",
  "Variable",
  ...choiceComparators,
  "And",
  "Or",
  "Not",
  "Assign",
  "Output",
  "Next",
] as const;
