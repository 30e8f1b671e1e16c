/** What may happen to a request on its way; each kind leaves the client with other knowledge. */
export type TransportFault =
  /** The request is held back for that long, then forwarded. */
  | { readonly kind: "delay"; readonly delayMs: number }
  /** The connection is reset and the server never sees the request. */
  | { readonly kind: "reset-before-forward" }
  /** The server handles the request, but the connection is reset in place of its answer: the outcome is unknown. */
  | { readonly kind: "reset-after-forward" }
  /** The request is swallowed; the connection stays open and silent. */
  | { readonly kind: "swallow" };

/** Only the HTTP proxy can do this: it answers itself and the server never sees the request. */
export interface AnswerFault {
  readonly kind: "answer";
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface FaultRule<Fault, Request> {
  readonly fault: Fault;
  /** How many requests it hits, counted from now. Default 1; `Infinity` until `clearFaults`. */
  readonly requests?: number;
  /** Which requests it may hit. Default all. */
  readonly matching?: (request: Request) => boolean;
}
