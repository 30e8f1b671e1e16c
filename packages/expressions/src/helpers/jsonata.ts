/**
 * JSONata as it is, where TypeScript has no words for it: `` jsonata<number>`$average(${s.order.lines}.qty)` ``. Stands in
 * lambdas, as the whole or a part; `T` is the user's word for what it gives. Values of the lambda are interpolated, functions
 * too, whatever the text around them binds. The compiler checks the text with the parser of JSONata 2.0.6.
 *
 * @throws Error in Node.js, which does not run JSONata: test such steps in the simulator.
 */
export function jsonata<T>(_text: TemplateStringsArray, ..._values: readonly unknown[]): T {
  throw new Error("jsonata`…` runs in Step Functions and in the simulator, not in Node.js");
}
