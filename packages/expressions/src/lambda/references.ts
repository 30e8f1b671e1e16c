import ts from "#typescript";
import type { Lowering } from "./lowering.js";

/** Strips what leaves the value alone: parentheses, `as`, `satisfies`. */
export function unwrap(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** What an imported name stands for. */
export function resolveAlias(symbol: ts.Symbol, { checker }: Pick<Lowering, "checker">): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** The name that `object["name"]` or `object[0]` reads. */
export function literalText(node: ts.Expression): string | undefined {
  return ts.isStringLiteralLike(node) || ts.isNumericLiteral(node) ? node.text : undefined;
}

/**
 * A text that is equal for two references to the same value: a name and members of it, by constant or named keys. All values
 * of a lambda are constant, so what was tested of one reference holds for the other.
 */
export function referenceKey(node: ts.Expression, lowering: Pick<Lowering, "symbolOf">): string | undefined {
  const inner = unwrap(node);
  if (ts.isNonNullExpression(inner)) return referenceKey(inner.expression, lowering);
  if (ts.isIdentifier(inner)) {
    const declaration = lowering.symbolOf(inner)?.declarations?.[0];
    return declaration && `${declaration.getSourceFile().fileName}:${declaration.pos}`;
  }
  if (ts.isPropertyAccessExpression(inner)) return memberKey(inner.expression, inner.name.text, lowering);
  if (!ts.isElementAccessExpression(inner)) return undefined;
  const key = unwrap(inner.argumentExpression);
  const name = literalText(key);
  if (name !== undefined) return memberKey(inner.expression, name, lowering);
  return computedKey(inner.expression, key, lowering);
}

/** The key of a member whose name is the value of another reference. */
export function computedKey(
  object: ts.Expression,
  name: ts.Expression,
  lowering: Pick<Lowering, "symbolOf">,
): string | undefined {
  const [outer, inner] = [referenceKey(object, lowering), referenceKey(name, lowering)];
  return outer && inner && `${outer}[${inner}]`;
}

/** The key of a member by its name. */
export function memberKey(
  object: ts.Expression,
  name: string,
  lowering: Pick<Lowering, "symbolOf">,
): string | undefined {
  const key = referenceKey(object, lowering);
  return key && `${key}[${JSON.stringify(name)}]`;
}
