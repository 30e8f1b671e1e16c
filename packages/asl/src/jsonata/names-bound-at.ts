/** What of a node of the parser's tree binds names. */
export interface BindingNode {
  readonly type?: string;
  readonly value?: unknown;
  readonly lhs?: unknown;
  readonly arguments?: readonly { readonly value?: unknown }[];
  readonly focus?: string;
  readonly index?: unknown;
}

/** The variables that a node itself binds: by `:=`, as a function's parameters, by `@` and by `#`. */
export function namesBoundAt({ type, value, lhs, arguments: parameters, focus, index }: BindingNode): string[] {
  const names: unknown[] = [focus, index];
  if (type === "bind") names.push((lhs as BindingNode).value);
  if (type === "lambda") names.push(...(parameters ?? []).map((parameter) => parameter.value));
  if (type === "index") names.push(value);
  return names.filter((name) => typeof name === "string");
}
