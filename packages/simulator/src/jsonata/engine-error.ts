/** @throws an error of the engine: it makes the message from the code and the rest. */
export function refuse(code: string, rest: Readonly<Record<string, unknown>> = {}): never {
  throw Object.assign(new Error(code), { code, ...rest });
}
