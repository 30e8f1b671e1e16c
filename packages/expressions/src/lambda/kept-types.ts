import type { ts } from "ts-morph";

const checkers = new WeakMap<ts.TypeChecker, ts.TypeChecker>();

/**
 * The checker, with the type of each node kept. TypeScript works it out anew, with all that is inside the node, whenever it is
 * asked; lowering asks of each node, and again of each node around it.
 */
export function withKeptTypes(checker: ts.TypeChecker): ts.TypeChecker {
  const known = checkers.get(checker);
  if (known) return known;
  const types = new WeakMap<ts.Node, ts.Type>();
  const keeping = Object.create(checker, {
    getTypeAtLocation: {
      value: (node: ts.Node): ts.Type => {
        const before = types.get(node);
        if (before) return before;
        const type = checker.getTypeAtLocation(node);
        types.set(node, type);
        return type;
      },
    },
  }) as ts.TypeChecker;
  checkers.set(checker, keeping);
  return keeping;
}
