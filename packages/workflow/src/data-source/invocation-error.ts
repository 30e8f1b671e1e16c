/** What the invocation of a bridge function itself can end in, whatever the database. */
export type InvocationError =
  | "Lambda.ServiceException"
  | "Lambda.AWSLambdaException"
  | "Lambda.SdkClientException"
  | "Lambda.TooManyRequestsException"
  | "Lambda.Unknown";
