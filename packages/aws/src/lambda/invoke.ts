import { object, property } from "@treadle/expressions";
import type { ResumableTask, RetrierDefinition } from "@treadle/workflow";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import type { Serialized } from "./serialized.js";

/**
 * Errors of the invocation itself. What the function throws has the name of the thrown error and is declared by the
 * author; a function that dies or times out gives `Lambda.Unknown`, in newer runtimes `Sandbox.Timedout`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export type LambdaError =
  | "Lambda.ServiceException"
  | "Lambda.AWSLambdaException"
  | "Lambda.SdkClientException"
  | "Lambda.TooManyRequestsException"
  | "Lambda.Unknown"
  | "Sandbox.Timedout";

/** The transient errors that AWS asks every workflow to retry, with the jitter its documentation advises. */
export const lambdaRetry: readonly RetrierDefinition[] = Object.freeze([
  Object.freeze({
    errorEquals: Object.freeze([
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Lambda.TooManyRequestsException",
    ]),
    intervalSeconds: 1,
    maxAttempts: 6,
    backoffRate: 2,
    jitterStrategy: "FULL",
  }),
]);

type Handler = (event: never, ...rest: never) => unknown;
type Event<H extends Handler> = Parameters<H> extends readonly [infer E, ...unknown[]] ? E : null;
/** What the promise holds; callback-style handlers are typed as giving nothing or a promise. */
type Returned<H extends Handler> = Extract<Awaited<ReturnType<H>>, Settled>;
type Settled = object | string | number | boolean | null;
/** A function that gives nothing answers `null`. */
type Result<H extends Handler> = [Returned<H>] extends [never] ? null : Serialized<Returned<H>>;

export interface InvokeFunction {
  /**
   * Invokes a Lambda function, typed by its handler: `lambda.invoke<typeof handler, "Payment.Declined">(arn)`. The names
   * after the handler are errors that it throws.
   *
   * @param functionArn an ARN, or `${ChargeFunctionArn}` to be filled at deployment
   */
  <H extends Handler, E extends string = never>(
    functionArn: string,
  ): ResumableTask<Event<H>, Result<H>, E | LambdaError>;
  /**
   * Invokes a Lambda function, typed by hand: `lambda.invoke<Input, Output, "Payment.Declined">(arn)`.
   *
   * @param functionArn an ARN, or `${ChargeFunctionArn}` to be filled at deployment
   */
  <I, O, E extends string = never>(functionArn: string): ResumableTask<I, O, E | LambdaError>;
}

/** Payload in, payload out: at most 256 KiB each way (262,144 bytes of UTF-8), the limit of a state's data. */
export const invoke: InvokeFunction = <I, O, E extends string>(
  functionArn: string,
): ResumableTask<I, O, E | LambdaError> =>
  createResumableServiceTask({
    integration: "lambda:invoke",
    arguments: (payload) => object({ FunctionName: placeholderText(functionArn), Payload: payload }),
    output: (result) => property(result, "Payload"),
    placeholders: placeholdersIn(functionArn, "lambda-function-arn"),
    retry: lambdaRetry,
  });
