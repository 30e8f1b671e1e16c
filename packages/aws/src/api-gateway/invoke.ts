import { type ExpressionNode, literal } from "@treadle/expressions";
import type { ResumableTask } from "@treadle/workflow";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createResumableServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface ApiTarget {
  /** The host of the API: `a1b2c3.execute-api.eu-west-1.amazonaws.com`, or `${OrdersApiHost}`. No private APIs, no own domains. */
  readonly endpoint: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS";
  /** A REST API's stage. Default: the stage `$default` of an HTTP API. */
  readonly stage?: string;
  /** Below the stage: `/orders`. The policy allows this path alone. Default: given by each call. */
  readonly path?: string;
  /**
   * How the call is signed: by the execution's role (`IAM_ROLE`), by it and the API's resource policy, or not at all, which is
   * the default.
   */
  readonly authType?: "NO_AUTH" | "IAM_ROLE" | "RESOURCE_POLICY";
}

export interface ApiRequest<B> {
  readonly Headers?: { readonly [name: string]: readonly string[] };
  readonly QueryParameters?: { readonly [name: string]: readonly string[] };
  readonly RequestBody?: B;
  /** Sends members that are null. Default false: they are left out. */
  readonly AllowNullValues?: boolean;
}

export interface ApiResponse<R> {
  readonly StatusCode: number;
  readonly StatusText: string;
  readonly Headers: { readonly [name: string]: readonly string[] };
  readonly ResponseBody: R;
}

/** A status of 400 and more is an error by its number: `ApiGateway.404`. */
export type ApiGatewayError = `ApiGateway.${number}` | "ApiGateway.SdkClientException";

/**
 * Calls a REST or HTTP API of API Gateway. Each header and query parameter has a list of values. Nothing is retried by default,
 * since not every method may be repeated.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-api-gateway.html
 */
export function invoke<R, B = never>(
  target: ApiTarget & { readonly path: string },
): ResumableTask<ApiRequest<B>, ApiResponse<R>, ApiGatewayError>;
export function invoke<R, B = never>(
  target: ApiTarget,
): ResumableTask<ApiRequest<B> & { readonly Path: string }, ApiResponse<R>, ApiGatewayError>;
export function invoke(target: ApiTarget): never {
  const { endpoint, stage = "", path = "" } = target;
  return createResumableServiceTask({
    integration: "apigateway:invoke",
    arguments: (input: ExpressionNode) => withConstants(constantsOf(target), input),
    output: (result) => pick(result, "StatusCode", "StatusText", "Headers", "ResponseBody"),
    placeholders: [endpoint, stage, path].flatMap((text) => placeholdersIn(text, "text")),
    retry: [],
  }) as never;
}

function constantsOf({ endpoint, method, stage, path, authType }: ApiTarget): {
  readonly [name: string]: ExpressionNode;
} {
  return {
    ApiEndpoint: placeholderText(endpoint),
    Method: literal(method),
    ...(stage !== undefined && { Stage: placeholderText(stage) }),
    ...(path !== undefined && { Path: placeholderText(path) }),
    AuthType: literal(authType ?? "NO_AUTH"),
  };
}
