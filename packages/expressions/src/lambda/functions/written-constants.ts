import ts from "#typescript";

const writingMethods = new Set(["copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"]);
const writingFunctions = new Set(["assign", "defineProperties", "defineProperty", "setPrototypeOf"]);

const answers = new WeakMap<ts.Symbol, boolean>();

/** Whether the module of a constant writes into its object or array: `table.a = 1`, `list.push(1)`, `Object.assign(table, …)`. */
export function isWritten(symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  const answer = answers.get(symbol);
  if (answer !== undefined) return answer;
  const files = new Set((symbol.declarations ?? []).map((declaration) => declaration.getSourceFile()));
  const found = [...files].some((file) => !file.fileName.endsWith(".json") && isWrittenIn(file, symbol, checker));
  answers.set(symbol, found);
  return found;
}

function isWrittenIn(node: ts.Node, symbol: ts.Symbol, checker: ts.TypeChecker): boolean {
  if (ts.isIdentifier(node)) {
    return node.text === symbol.name && isWriting(node) && checker.getSymbolAtLocation(node) === symbol;
  }
  return ts.forEachChild(node, (child) => isWrittenIn(child, symbol, checker) || undefined) === true;
}

/** Whether what begins at a name is written to. */
function isWriting(name: ts.Identifier): boolean {
  let reference: ts.Node = name;
  while (isPartOf(reference, reference.parent)) {
    const { parent }: ts.Node = reference;
    const method = ts.isPropertyAccessExpression(parent) ? parent.name.text : "";
    if (writingMethods.has(method) && ts.isCallExpression(parent.parent) && parent.parent.expression === parent) {
      return true;
    }
    reference = parent;
  }
  const { parent } = reference;
  if (ts.isDeleteExpression(parent) || ts.isPostfixUnaryExpression(parent)) return true;
  if (ts.isPrefixUnaryExpression(parent)) {
    return parent.operator === ts.SyntaxKind.PlusPlusToken || parent.operator === ts.SyntaxKind.MinusMinusToken;
  }
  if (ts.isCallExpression(parent)) {
    const { expression: callee } = parent;
    const isWriter = ts.isPropertyAccessExpression(callee) && writingFunctions.has(callee.name.text);
    return isWriter && parent.arguments[0] === reference;
  }
  return isAssigned(reference);
}

/** Whether a node only reads a member of another one, or says something of its type. */
function isPartOf(node: ts.Node, parent: ts.Node): boolean {
  return (
    (ts.isPropertyAccessExpression(parent) ||
      ts.isElementAccessExpression(parent) ||
      ts.isParenthesizedExpression(parent) ||
      ts.isAsExpression(parent) ||
      ts.isSatisfiesExpression(parent) ||
      ts.isTypeAssertionExpression(parent) ||
      ts.isNonNullExpression(parent)) &&
    parent.expression === node
  );
}

/** `x = …`, `x += …`, `[x] = …`, `({ a: x } = …)`, `for (x of …)`. */
function isAssigned(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isBinaryExpression(parent)) {
    const { kind } = parent.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns && parent.left === node;
  }
  if (ts.isForOfStatement(parent) || ts.isForInStatement(parent)) return parent.initializer === node;
  const isInPattern =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isSpreadAssignment(parent) ||
    (ts.isPropertyAssignment(parent) && parent.initializer === node);
  return isInPattern && isAssigned(parent);
}
