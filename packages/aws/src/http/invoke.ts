import { type ExpressionNode, literal, object } from "@treadle/expressions";
import type { Task } from "@treadle/workflow";
import { pick } from "../task/pick.js";
import { placeholdersIn, placeholderText } from "../task/placeholders.js";
import { createServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";

export interface HttpEndpoint {
  /** `https://…`; it may hold placeholders. Its policy allows this URL alone. */
  readonly url: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "OPTIONS" | "HEAD";
  /** The EventBridge connection that authorizes the call: an ARN, or `${ShopConnectionArn}`. */
  readonly connection: string;
  /** The older form, in which the connection is given as Authentication. Default false. */
  readonly legacyAuthentication?: boolean;
}

export interface HttpRequest<B> {
  readonly Headers?: { readonly [name: string]: string };
  readonly QueryParameters?: { readonly [name: string]: string | readonly string[] };
  /** JSON, sent as such unless `Transform` says otherwise. */
  readonly RequestBody?: B;
  readonly Transform?: {
    readonly RequestBodyEncoding: "NONE" | "URL_ENCODED";
    readonly RequestEncodingOptions?: { readonly ArrayFormat: "INDICES" | "REPEAT" | "COMMAS" | "BRACKETS" };
  };
}

export interface HttpResponse<R> {
  readonly StatusCode: number;
  readonly StatusText: string;
  readonly Headers: { readonly [name: string]: readonly string[] };
  readonly ResponseBody: R;
}

/** `States.Http.StatusCode.404` and its like; a socket that says nothing for 60 seconds is `States.Http.Socket`. */
export type HttpError = "States.Http.Socket" | `States.Http.StatusCode.${number}`;

/**
 * Calls an HTTPS endpoint. A status outside 2xx is an error by its number. Nothing is retried by default, since not every method may
 * be repeated.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html
 */
export const invoke = <R, B = never>(endpoint: HttpEndpoint): Task<HttpRequest<B>, HttpResponse<R>, HttpError> =>
  createServiceTask({
    integration: "http:invoke",
    arguments: (input) => withConstants(constantsOf(endpoint), input),
    output: (result) => pick(result, "StatusCode", "StatusText", "Headers", "ResponseBody"),
    placeholders: [...placeholdersIn(endpoint.url, "text"), ...placeholdersIn(endpoint.connection, "text")],
    retry: [],
  });

function constantsOf({ url, method, connection, legacyAuthentication }: HttpEndpoint): {
  [name: string]: ExpressionNode;
} {
  const authorization = object({ ConnectionArn: placeholderText(connection) });
  return {
    ApiEndpoint: placeholderText(url),
    Method: literal(method),
    [legacyAuthentication ? "Authentication" : "InvocationConfig"]: authorization,
  };
}
