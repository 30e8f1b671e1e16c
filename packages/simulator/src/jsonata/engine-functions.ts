/** The engine calls what has this name when it begins with a node, with the node, its input and its frame. */
export const ENTRY_HOOK = Symbol.for("jsonata.__evaluate_entry") as unknown as string;

/** The same, when it has a node's value. */
export const EXIT_HOOK = Symbol.for("jsonata.__evaluate_exit") as unknown as string;

/** The engine's names for values, one inside another. */
export interface Frame {
  lookup(name: string): unknown;
  bind(name: string, value: unknown): void;
}
