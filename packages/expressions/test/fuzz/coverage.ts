import { ts } from "ts-morph";

/** Counts the constructs of programs: methods, global functions, operators and kinds of syntax, by how they are written. */
export class Coverage {
  readonly #counts = new Map<string, number>();

  /** Counts each construct of a program once per case. */
  add(source: string, cases: number): void {
    const file = ts.createSourceFile("program.ts", source, ts.ScriptTarget.ESNext, true);
    const seen = new Set<string>();
    const visit = (node: ts.Node): void => {
      const name = nameOf(node);
      if (name !== undefined) seen.add(name);
      ts.forEachChild(node, visit);
    };
    visit(file);
    for (const name of seen) this.#counts.set(name, (this.#counts.get(name) ?? 0) + cases);
  }

  entries(): readonly (readonly [string, number])[] {
    return [...this.#counts].sort(([, a], [, b]) => b - a);
  }
}

const globals = new Set(["Array", "JSON", "Math", "Object"]);
const leftOut = new Set(["SourceFile", "ExpressionStatement", "EndOfFileToken", "Identifier", "SyntaxList", "Block"]);

function nameOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node)) {
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      const isGlobal = ts.isIdentifier(callee.expression) && globals.has(callee.expression.text);
      return isGlobal ? `${callee.expression.getText()}.${callee.name.text}()` : `.${callee.name.text}()`;
    }
    return ts.isIdentifier(callee) ? `${callee.text.replace(/\d+$/, "")}()` : undefined;
  }
  if (ts.isBinaryExpression(node)) return node.operatorToken.getText();
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === "length" ? ".length" : node.questionDotToken ? "?." : ".name";
  }
  if (node.kind < ts.SyntaxKind.FirstNode) return undefined;
  const kind = ts.SyntaxKind[node.kind] ?? "";
  return leftOut.has(kind) || kind.endsWith("Keyword") || kind.endsWith("Type") ? undefined : kind;
}
