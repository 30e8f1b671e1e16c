import jsonata from "jsonata";

/** A built-in function as the engine keeps it. Its signature has been read; `arity` decides what `$map` and the like give it. */
export interface EngineFunction {
  readonly _jsonata_function: true;
  readonly implementation: (this: unknown, ...args: unknown[]) => unknown;
  readonly signature?: unknown;
  readonly arity?: number;
}

/** The engine calls what has this name when it begins with a node, with the node, its input and its frame. */
export const ENTRY_HOOK = Symbol.for("jsonata.__evaluate_entry") as unknown as string;

/** The same, when it has a node's value. */
export const EXIT_HOOK = Symbol.for("jsonata.__evaluate_exit") as unknown as string;

/** The engine's names for values, one inside another. */
export interface Frame {
  lookup(name: string): unknown;
  bind(name: string, value: unknown): void;
}

export function isEngineFunction(value: unknown): boolean {
  if (typeof value === "function") return true;
  if (typeof value !== "object" || value === null) return false;
  const { _jsonata_function, _jsonata_lambda } = value as { _jsonata_function?: true; _jsonata_lambda?: true };
  return _jsonata_function === true || _jsonata_lambda === true;
}

/** A built-in function of the engine with something around it. */
export function around(
  name: string,
  wrap: (call: EngineFunction["implementation"]) => EngineFunction["implementation"],
): EngineFunction {
  const original = builtIns.lookup(name) as EngineFunction;
  return { ...original, implementation: wrap(original.implementation), arity: original.implementation.length };
}

const builtIns = findFrame();

/** Functions are found by evaluation only; its first step is taken at once. */
function findFrame(): Frame {
  const expression = jsonata("null");
  let found: Frame | undefined;
  expression.assign(ENTRY_HOOK, (_node: unknown, _input: unknown, frame: Frame) => {
    found = frame;
  });
  void expression.evaluate(undefined);
  return found as unknown as Frame;
}
