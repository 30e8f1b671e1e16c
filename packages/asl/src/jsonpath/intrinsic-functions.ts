/** What an argument written as a constant may be; a path or a call may give anything. */
export type IntrinsicArgument = "any" | "number" | "string";

export interface IntrinsicFunction {
  readonly parameters: readonly IntrinsicArgument[];
  /** The least number of arguments; default: all parameters. */
  readonly minimum?: number;
  /** Further arguments of any kind may follow. */
  readonly isVariadic?: true;
  readonly givesText: boolean;
}

/**
 * The intrinsic functions of JSONPath states.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
export const intrinsicFunctions: ReadonlyMap<string, IntrinsicFunction> = new Map(
  Object.entries({
    "States.Format": { parameters: ["any"], isVariadic: true, givesText: true },
    "States.StringToJson": { parameters: ["string"], givesText: false },
    "States.JsonToString": { parameters: ["any"], givesText: true },
    "States.Array": { parameters: [], isVariadic: true, givesText: false },
    "States.ArrayPartition": { parameters: ["any", "number"], givesText: false },
    "States.ArrayContains": { parameters: ["any", "any"], givesText: false },
    "States.ArrayRange": { parameters: ["number", "number", "number"], givesText: false },
    "States.ArrayGetItem": { parameters: ["any", "number"], givesText: true },
    "States.ArrayLength": { parameters: ["any"], givesText: false },
    "States.ArrayUnique": { parameters: ["any"], givesText: false },
    "States.Base64Encode": { parameters: ["string"], givesText: true },
    "States.Base64Decode": { parameters: ["string"], givesText: true },
    "States.Hash": { parameters: ["any", "string"], givesText: true },
    "States.JsonMerge": { parameters: ["any", "any", "any"], givesText: false },
    "States.MathRandom": { parameters: ["number", "number", "number"], minimum: 2, givesText: false },
    "States.MathAdd": { parameters: ["number", "number"], givesText: false },
    "States.StringSplit": { parameters: ["string", "string"], givesText: false },
    "States.UUID": { parameters: [], givesText: true },
  } satisfies Record<string, IntrinsicFunction>),
);
