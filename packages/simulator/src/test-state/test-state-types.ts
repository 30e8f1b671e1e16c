/**
 * The request of Step Functions' TestState, as the AWS SDK types it; JSON values are texts.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
export interface TestStateInput {
  /** One state, or a whole state machine with `stateName`. */
  readonly definition: string | undefined;
  readonly stateName?: string | undefined;
  readonly roleArn?: string | undefined;
  readonly input?: string | undefined;
  readonly inspectionLevel?: "INFO" | "DEBUG" | "TRACE" | undefined;
  readonly revealSecrets?: boolean | undefined;
  /** A JSON object. */
  readonly variables?: string | undefined;
  /** A JSON object that stands for the context object; only with a mock. */
  readonly context?: string | undefined;
  readonly mock?:
    | {
        readonly result?: string | undefined;
        readonly errorOutput?: { readonly error?: string | undefined; readonly cause?: string | undefined } | undefined;
        readonly fieldValidationMode?: "STRICT" | "PRESENT" | "NONE" | undefined;
      }
    | undefined;
  readonly stateConfiguration?:
    | {
        readonly retrierRetryCount?: number | undefined;
        readonly errorCausedByState?: string | undefined;
        readonly mapIterationFailureCount?: number | undefined;
        readonly mapItemReaderData?: string | undefined;
      }
    | undefined;
}

/** What TestState answers. */
export interface TestStateOutput {
  readonly status: "SUCCEEDED" | "FAILED" | "RETRIABLE" | "CAUGHT_ERROR";
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  readonly inspectionData?: InspectionData;
}

/** What the state's fields gave, as JSON texts; with the levels `DEBUG` and `TRACE`. */
export interface InspectionData {
  readonly input?: string;
  readonly afterInputPath?: string;
  readonly afterParameters?: string;
  readonly afterArguments?: string;
  readonly result?: string;
  readonly afterResultSelector?: string;
  readonly afterResultPath?: string;
  readonly afterItemsPath?: string;
  /** Only where the reader has an `ItemsPointer`, and not in JSONata. */
  readonly afterItemsPointer?: string;
  /** The inputs of all iterations; only where the Map state has an `ItemSelector`. */
  readonly afterItemSelector?: string;
  /** The batches, whose items are texts; only where the Map state has an `ItemBatcher`. */
  readonly afterItemBatcher?: string;
  /** Those that were given, and those that the state assigns. */
  readonly variables?: string;
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  readonly errorDetails?: {
    readonly catchIndex?: number;
    readonly retryIndex?: number;
    readonly retryBackoffIntervalSeconds?: number;
  };
}

/** A refused request: `name` is what the SDK's error would have, such as `ValidationException`. */
export class TestStateRefused extends Error {
  constructor(name: "ValidationException" | "InvalidDefinition", message: string) {
    super(message);
    this.name = name;
  }
}
