import ts from "#typescript";

/**
 * Paths from a parameter of a lambda: `s`, `s.input.id`, `s.order?.total`. They are most of what lambdas hold, and their types
 * are those that are declared, unless a test around them tells more.
 */
export class ParameterPaths {
  readonly #checker: ts.TypeChecker;
  readonly #types = new Map<ts.ParameterDeclaration, ts.Type>();

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** The symbol of a parameter where its name is read; undefined where that is not plain to see. */
  symbolOf(node: ts.Node): ts.Symbol | undefined {
    const parameter = parameterOf(node);
    return parameter && this.#checker.getSymbolAtLocation(parameter.name);
  }

  /** The type of a path; undefined for what is none, and where something around it may narrow a part of it. */
  typeOf(node: ts.Node): ts.Type | undefined {
    const root = rootOf(node);
    const parameter = root && parameterOf(root);
    if (!parameter || mayBeNarrowed(node, root.text, parameter.parent)) return undefined;
    const found = this.#declaredType(node as ts.Expression, parameter);
    return found?.endsEarly ? this.#checker.getNullableType(found.type, ts.TypeFlags.Undefined) : found?.type;
  }

  /** @returns endsEarly: whether an optional chain gives undefined in the place of a value of the type */
  #declaredType(
    node: ts.Expression,
    parameter: ts.ParameterDeclaration,
  ): { readonly type: ts.Type; readonly endsEarly: boolean } | undefined {
    const checker = this.#checker;
    if (ts.isIdentifier(node)) return { type: this.#typeOfParameter(parameter), endsEarly: false };
    const { expression, name, questionDotToken } = node as ts.PropertyAccessExpression;
    const object = this.#declaredType(expression, parameter);
    if (object === undefined) return undefined;
    const present = questionDotToken ? checker.getNonNullableType(object.type) : object.type;
    const member = checker.getPropertyOfType(present, name.text);
    if (member === undefined || !(member.flags & ts.SymbolFlags.Property)) return undefined;
    return { type: checker.getTypeOfSymbol(member), endsEarly: object.endsEarly || present !== object.type };
  }

  #typeOfParameter(parameter: ts.ParameterDeclaration): ts.Type {
    const type = this.#types.get(parameter) ?? this.#checker.getTypeAtLocation(parameter);
    this.#types.set(parameter, type);
    return type;
  }
}

/** The parameter that a name is read of; undefined also among statements, and where another declaration may hide it. */
function parameterOf(node: ts.Node): ts.ParameterDeclaration | undefined {
  if (!ts.isIdentifier(node) || !isRead(node)) return undefined;
  for (let around: ts.Node = node.parent; !ts.isStatement(around); around = around.parent) {
    if (!ts.isArrowFunction(around)) {
      if (ts.isFunctionLike(around) || ts.isClassLike(around) || ts.isSourceFile(around)) return undefined;
      continue;
    }
    for (const parameter of around.parameters) {
      if (!ts.isIdentifier(parameter.name)) return undefined;
      if (parameter.name.text === node.text) return parameter.initializer === undefined ? parameter : undefined;
    }
  }
  return undefined;
}

/** Whether a name is read as a value of its own, in the places where lambdas mostly do. */
function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isBinaryExpression(parent) || ts.isTemplateSpan(parent);
}

/** The name that a path begins with. */
function rootOf(node: ts.Node): ts.Identifier | undefined {
  if (ts.isIdentifier(node)) return node;
  return ts.isPropertyAccessExpression(node) ? rootOf(node.expression) : undefined;
}

/**
 * Whether the type of a path may be another than the declared one, beside a test that names its root. Statements that may return
 * before it is reached are none: there no name is taken for a parameter.
 */
function mayBeNarrowed(node: ts.Node, root: string, lambda: ts.Node): boolean {
  for (let inner = node; inner !== lambda; inner = inner.parent) {
    const test = testBefore(inner, inner.parent);
    if (test && names(test, root)) return true;
  }
  return false;
}

/** What is evaluated before a part of an expression and decides whether that part is. */
function testBefore(part: ts.Node, around: ts.Node): ts.Node | undefined {
  if (ts.isBinaryExpression(around)) {
    return part === around.right && narrows(around.operatorToken.kind) ? around.left : undefined;
  }
  if (ts.isConditionalExpression(around)) return part === around.condition ? undefined : around.condition;
  if (!ts.isOptionalChain(around)) return undefined;
  return part === around.expression ? undefined : around.expression;
}

function narrows(operator: ts.SyntaxKind): boolean {
  return (
    operator === ts.SyntaxKind.AmpersandAmpersandToken ||
    operator === ts.SyntaxKind.BarBarToken ||
    operator === ts.SyntaxKind.QuestionQuestionToken ||
    operator === ts.SyntaxKind.CommaToken
  );
}

function names(node: ts.Node, root: string): boolean {
  return (ts.isIdentifier(node) && node.text === root) || ts.forEachChild(node, (child) => names(child, root)) === true;
}
