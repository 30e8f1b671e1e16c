import type { BlockNode, ExpressionNode, ObjectEntry } from "./expression-node.js";

type Visit = (node: ExpressionNode) => ExpressionNode;
type Binding = BlockNode["bindings"][number];

/** Rebuilds a tree bottom up; `replace` sees each node after its children and may give another one. */
export function transformExpression(node: ExpressionNode, replace: Visit): ExpressionNode {
  const visit: Visit = (each) => {
    const mapped = mapExpressionChildren(each, visit);
    return replace(mapped === each ? each : Object.freeze(mapped));
  };
  return visit(node);
}

/** Calls `visit` with each node, parents first. */
export function walkExpression(node: ExpressionNode, visit: (node: ExpressionNode) => void): void {
  const walk: Visit = (each) => {
    visit(each);
    return mapExpressionChildren(each, walk);
  };
  walk(node);
}

/** The node with each direct child replaced; the node itself where all of them stay. */
export function mapExpressionChildren(node: ExpressionNode, visit: Visit): ExpressionNode {
  switch (node.kind) {
    case "literal":
    case "regex":
    case "placeholder":
    case "variable":
    case "states":
    case "scope":
    case "capture":
    case "contextName":
      return node;
    case "property": {
      const object = visit(node.object);
      return object === node.object ? node : { ...node, object };
    }
    case "subscript": {
      const object = visit(node.object);
      const subscript = visit(node.subscript);
      return object === node.object && subscript === node.subscript ? node : { ...node, object, subscript };
    }
    case "call": {
      const callee = typeof node.callee === "string" ? node.callee : visit(node.callee);
      const args = mapEach(node.arguments, mapNode, visit);
      return callee === node.callee && args === node.arguments ? node : { ...node, callee, arguments: args };
    }
    case "binary": {
      const left = visit(node.left);
      const right = visit(node.right);
      return left === node.left && right === node.right ? node : { ...node, left, right };
    }
    case "negate": {
      const operand = visit(node.operand);
      return operand === node.operand ? node : { ...node, operand };
    }
    case "conditional": {
      const condition = visit(node.condition);
      const whenTrue = visit(node.whenTrue);
      const whenFalse = visit(node.whenFalse);
      const isSame = condition === node.condition && whenTrue === node.whenTrue && whenFalse === node.whenFalse;
      return isSame ? node : { ...node, condition, whenTrue, whenFalse };
    }
    case "array": {
      const elements = mapEach(node.elements, mapNode, visit);
      return elements === node.elements ? node : { ...node, elements };
    }
    case "object": {
      const entries = mapEach(node.entries, mapEntry, visit);
      return entries === node.entries ? node : { ...node, entries };
    }
    case "lambda": {
      const body = visit(node.body);
      return body === node.body ? node : { ...node, body };
    }
    case "block": {
      const bindings = mapEach(node.bindings, mapBinding, visit);
      const result = visit(node.result);
      return bindings === node.bindings && result === node.result ? node : { ...node, bindings, result };
    }
    case "source": {
      const parts = mapEach(node.parts, mapPart, visit);
      return parts === node.parts ? node : { ...node, parts };
    }
  }
}

// No closures: this is called for each node many times, and one that captures `visit` would cost an allocation in each call.

function mapNode(node: ExpressionNode, visit: Visit): ExpressionNode {
  return visit(node);
}

function mapEntry(entry: ObjectEntry, visit: Visit): ObjectEntry {
  const key = visit(entry.key);
  const value = visit(entry.value);
  return key === entry.key && value === entry.value ? entry : { key, value };
}

function mapBinding(binding: Binding, visit: Visit): Binding {
  const value = visit(binding.value);
  return value === binding.value ? binding : { name: binding.name, value };
}

function mapPart(part: string | ExpressionNode, visit: Visit): string | ExpressionNode {
  return typeof part === "string" ? part : visit(part);
}

/** The list with each item changed; the list itself where all of them stay. */
function mapEach<T>(list: readonly T[], change: (item: T, visit: Visit) => T, visit: Visit): readonly T[] {
  let changed: T[] | undefined;
  for (let index = 0; index < list.length; index++) {
    const item = list[index]!;
    const mapped = change(item, visit);
    if (changed === undefined && mapped !== item) changed = list.slice(0, index);
    changed?.push(mapped);
  }
  return changed ?? list;
}
