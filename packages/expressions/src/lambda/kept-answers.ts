import ts from "#typescript";
import { ParameterPaths } from "./parameter-paths.js";

const checkers = new WeakMap<ts.TypeChecker, ts.TypeChecker>();

/**
 * The checker, with the type and the symbol of each node kept. TypeScript works them out anew, with all that is inside the node,
 * whenever it is asked; lowering asks of each node, and again of each node around it.
 */
export function withKeptAnswers(checker: ts.TypeChecker): ts.TypeChecker {
  const known = checkers.get(checker);
  if (known) return known;
  const paths = new ParameterPaths(checker);
  const typeOf = keep((node) => paths.typeOf(node) ?? checker.getTypeAtLocation(node));
  const keeping = Object.create(checker, {
    getTypeAtLocation: { value: (node: ts.Node) => typeOf(withoutParentheses(node)) },
    getSymbolAtLocation: { value: keep((node) => paths.symbolOf(node) ?? checker.getSymbolAtLocation(node)) },
  }) as ts.TypeChecker;
  checkers.set(checker, keeping);
  return keeping;
}

function withoutParentheses(node: ts.Node): ts.Node {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

function keep<T>(ask: (node: ts.Node) => T): (node: ts.Node) => T {
  const answers = new Map<ts.Node, T>();
  return (node) => {
    const known = answers.get(node);
    if (known !== undefined || answers.has(node)) return known as T;
    const answer = ask(node);
    answers.set(node, answer);
    return answer;
  };
}
