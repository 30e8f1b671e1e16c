import { type ExpressionNode, scope } from "@treadle/expressions";
import type { Readable } from "./edge.js";
import { Environment } from "./environment.js";
import { valueAt } from "./place.js";
import { readFrom, readsAny } from "./substitute.js";

/** A value that an inner scope reads and that is in no variable yet: it travels in the inner scope's input. */
export interface Carried {
  readonly name: string;
  /** Its key inside, which no outer scope has, since inner scopes must not assign outer variables. */
  readonly key: string;
  /** What gives it at the state that holds the inner scope. */
  readonly expression: ExpressionNode;
}

/** Child executions see nothing of the execution that started them: all that their steps read of it is carried. */
export function carryAll(
  environment: Environment,
  entry: Readable,
  path: string,
  namesRead: ReadonlySet<string>,
): { readonly carried: readonly Carried[]; readonly environment: Environment } {
  const carried = environment
    .names()
    .filter((name) => namesRead.has(name))
    .map((name): Carried => {
      const value = environment.lookup(name)!;
      return { name, key: valueAt(path, name).key, expression: readFrom(value.alias ?? scope(value.key), entry) };
    });
  return { carried, environment: new Environment(new Map(carried.map(({ name, key }) => [name, { key }]))) };
}

/** Finds what must be carried into the scopes of a state, and how the names look inside. */
export function carryInto(
  environment: Environment,
  entry: Readable,
  path: string,
  namesRead: ReadonlySet<string>,
): { readonly carried: readonly Carried[]; readonly environment: Environment } {
  const carried: Carried[] = [];
  let inner = environment;
  for (const name of environment.names()) {
    const value = environment.lookup(name)!;
    const expression = value.alias ?? scope(value.key);
    if (!readsAny(expression, entry) || !namesRead.has(name)) continue;
    const { key } = valueAt(path, name);
    carried.push({ name, key, expression: readFrom(expression, entry) });
    inner = inner.with(name, { key });
  }
  return { carried, environment: inner };
}
