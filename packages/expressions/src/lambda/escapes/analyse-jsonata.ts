import jsonata from "jsonata";

/** What the parser of JSONata 2.0.6 finds in a text. */
export interface JsonataText {
  readonly isPrimary: boolean;
  /** Variables that are read and not bound in the text, without `$`. */
  readonly free: ReadonlySet<string>;
  readonly binds: ReadonlySet<string>;
  /** Whether a name or `$` is read where there is no item at hand. */
  readonly readsInput: boolean;
}

type Tree = { readonly [field: string]: unknown };

/** What is in a text, or the fault that keeps the parser from reading it, in the parser's words. */
export function analyseJsonata(text: string): JsonataText | string {
  let root: Tree;
  try {
    root = jsonata(text).ast() as unknown as Tree;
  } catch (error) {
    return (error as { readonly message?: string }).message ?? String(error);
  }
  const [read, binds] = [new Set<string>(), new Set<string>()];
  let readsInput = false;
  const visit = (value: unknown, hasItem: boolean): void => {
    if (Array.isArray(value)) {
      for (const element of value) visit(element, hasItem);
      return;
    }
    if (value === null || typeof value !== "object") return;
    const tree = value as Tree;
    addNames(tree, read, binds);
    if (!hasItem && readsItem(tree)) readsInput = true;
    if (tree.type === "path") {
      visitSteps(tree, hasItem, visit);
      return;
    }
    for (const [field, child] of Object.entries(tree)) visit(child, hasItem || isOfItems(field));
  };
  visit(root, false);
  return {
    isPrimary: ["function", "variable", "block", "string", "number", "value"].includes(String(root.type)),
    free: new Set([...read].filter((name) => !binds.has(name))),
    binds,
    readsInput,
  };
}

function visitSteps(tree: Tree, hasItem: boolean, visit: (value: unknown, hasItem: boolean) => void): void {
  const { steps, ...others } = tree;
  (steps as readonly unknown[]).forEach((step, index) => {
    visit(step, hasItem || index > 0);
  });
  for (const [field, child] of Object.entries(others)) visit(child, hasItem || isOfItems(field));
}

/** Fields of a step that are evaluated for each of its items. */
function isOfItems(field: string): boolean {
  return field === "predicate" || field === "stages" || field === "group" || field === "terms";
}

function readsItem({ type, value }: Tree): boolean {
  if (type === "variable") return value === "" || value === "$";
  return type === "name" || type === "wildcard" || type === "descendant" || type === "parent";
}

function addNames(tree: Tree, read: Set<string>, binds: Set<string>): void {
  const { type, value, lhs, focus, index } = tree;
  if (type === "variable" && typeof value === "string" && value !== "" && value !== "$") read.add(value);
  if (type === "bind") addVariable(lhs, binds);
  if (type === "lambda") for (const parameter of tree.arguments as readonly unknown[]) addVariable(parameter, binds);
  for (const name of [focus, index]) if (typeof name === "string") binds.add(name);
  if (type === "index" && typeof value === "string") binds.add(value);
}

function addVariable(tree: unknown, names: Set<string>): void {
  const { value } = tree as Tree;
  if (typeof value === "string") names.add(value);
}

/** Whether two texts are the same to the parser. */
export function isSameJsonata(left: string, right: string): boolean {
  const [one, other] = [left, right].map((text) => {
    const withoutPlaces = (key: string, value: unknown): unknown => (key === "position" ? undefined : value);
    try {
      return JSON.stringify(jsonata(text).ast(), withoutPlaces);
    } catch {
      return undefined;
    }
  });
  return one !== undefined && one === other;
}
