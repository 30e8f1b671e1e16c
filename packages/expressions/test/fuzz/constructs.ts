import ts from "#typescript";

/** The constructs that are supported and generated, by the names that {@link nameConstructs} gives them. */
export const constructs: readonly string[] = [
  ...["property", "element", "optional chaining", "??", "number", "text", "true", "false", "null", "object", "array"],
  ...[
    "object spread",
    "array spread",
    "spread argument",
    "computed key",
    "template",
    "typeof",
    "in",
    "as",
    "satisfies",
    "!.",
  ],
  ...["object pattern", "array pattern", "pattern default", "pattern rest", "nested pattern"],
  ...["number +", "text +", "-", "*", "/", "%", "**", "negative", "===", "!==", "==", "!=", "<", "<=", ">", ">="],
  ...[
    "&&",
    "||",
    "not",
    "ternary",
    "block",
    "const",
    "if",
    "else",
    "early return",
    "switch",
    "nested lambda",
    "closure",
  ],
  ...["local function", "recursive call", "project function", "function by name", "captured constant", "enum"],
  ...[
    "map",
    "filter",
    "flatMap",
    "reduce",
    "some",
    "every",
    "find",
    "findIndex",
    "findLast",
    "findLastIndex",
    "includes",
  ].map((name) => `array.${name}`),
  ...[
    "indexOf",
    "lastIndexOf",
    "slice",
    "at",
    "concat",
    "join",
    "reverse",
    "toReversed",
    "sort",
    "toSorted",
    "flat",
  ].map((name) => `array.${name}`),
  ...["array.length", "Array.from", "Array.isArray", "new Set", "fold"],
  ...["keys", "values", "entries", "fromEntries", "groupBy", "hasOwn"].map((name) => `Object.${name}`),
  ...["abs", "ceil", "floor", "max", "min", "pow", "round", "sign", "sqrt", "trunc"].map((name) => `Math.${name}`),
  ...["length", "at", "charAt", "slice", "substring", "split", "includes", "startsWith", "endsWith", "indexOf"].map(
    (name) => `text.${name}`,
  ),
  ...["toUpperCase", "toLowerCase", "trim", "trimStart", "trimEnd", "padStart", "padEnd", "repeat", "replace"].map(
    (name) => `text.${name}`,
  ),
  ...["text.replaceAll", "text.match", "text.concat", "text[index]", "regex.test", "regex.replace", "regex.split"],
  ...["Number()", "Number.isInteger", "Boolean()", "String()", "parseInt()", "parseFloat()", "JSON.parse"],
  ...["JSON.stringify", "encodeURIComponent()", "text()", "fixed()", "toMillis()", "fromMillis()"],
];

/** What a node of a generated lambda is an example of. */
export function nameConstructs(node: ts.Node, checker: ts.TypeChecker): readonly string[] {
  if (ts.isCallExpression(node)) return namesOfCall(node, checker);
  if (ts.isBinaryExpression(node)) return [namesOfBinary(node, checker)];
  if (ts.isPropertyAccessExpression(node)) return namesOfProperty(node, checker);
  if (ts.isElementAccessExpression(node)) return [isText(node.expression, checker) ? "text[index]" : "element"];
  if (ts.isIdentifier(node)) return namesOfIdentifier(node, checker);
  if (ts.isBindingElement(node)) {
    return [
      ...(node.initializer ? ["pattern default"] : []),
      ...(node.dotDotDotToken ? ["pattern rest"] : []),
      ...(ts.isIdentifier(node.name) ? [] : ["nested pattern"]),
    ];
  }
  if (ts.isSpreadElement(node)) return [ts.isCallExpression(node.parent) ? "spread argument" : "array spread"];
  if (ts.isPrefixUnaryExpression(node)) {
    return [node.operator === ts.SyntaxKind.ExclamationToken ? "not" : "negative"];
  }
  if (ts.isArrowFunction(node)) {
    return [...(isInLambda(node) ? ["nested lambda"] : []), ...(ts.isBlock(node.body) ? ["block"] : [])];
  }
  if (ts.isIfStatement(node)) return ["if", "early return", ...(node.elseStatement ? ["else"] : [])];
  const name = byKind[node.kind];
  return name === undefined ? [] : [name];
}

const byKind: { readonly [kind in ts.SyntaxKind]?: string } = {
  [ts.SyntaxKind.NumericLiteral]: "number",
  [ts.SyntaxKind.StringLiteral]: "text",
  [ts.SyntaxKind.TrueKeyword]: "true",
  [ts.SyntaxKind.FalseKeyword]: "false",
  [ts.SyntaxKind.NullKeyword]: "null",
  [ts.SyntaxKind.ObjectLiteralExpression]: "object",
  [ts.SyntaxKind.ArrayLiteralExpression]: "array",
  [ts.SyntaxKind.SpreadAssignment]: "object spread",
  [ts.SyntaxKind.ComputedPropertyName]: "computed key",
  [ts.SyntaxKind.TemplateExpression]: "template",
  [ts.SyntaxKind.TypeOfExpression]: "typeof",
  [ts.SyntaxKind.AsExpression]: "as",
  [ts.SyntaxKind.SatisfiesExpression]: "satisfies",
  [ts.SyntaxKind.NonNullExpression]: "!.",
  [ts.SyntaxKind.ObjectBindingPattern]: "object pattern",
  [ts.SyntaxKind.ArrayBindingPattern]: "array pattern",
  [ts.SyntaxKind.ConditionalExpression]: "ternary",
  [ts.SyntaxKind.VariableDeclaration]: "const",
  [ts.SyntaxKind.SwitchStatement]: "switch",
  [ts.SyntaxKind.FunctionDeclaration]: "local function",
  [ts.SyntaxKind.NewExpression]: "new Set",
};

function isText(node: ts.Node, checker: ts.TypeChecker): boolean {
  return (checker.getNonNullableType(checker.getTypeAtLocation(node)).flags & ts.TypeFlags.StringLike) !== 0;
}

function namesOfBinary(node: ts.BinaryExpression, checker: ts.TypeChecker): string {
  const operator = node.operatorToken.getText();
  if (operator !== "+") return operator;
  return isText(node, checker) ? "text +" : "number +";
}

function namesOfProperty(node: ts.PropertyAccessExpression, checker: ts.TypeChecker): readonly string[] {
  const chained = node.questionDotToken ? ["optional chaining"] : [];
  if (node.name.text === "length")
    return [...chained, isText(node.expression, checker) ? "text.length" : "array.length"];
  const symbol = checker.getSymbolAtLocation(node.expression);
  return symbol && symbol.flags & ts.SymbolFlags.Enum ? ["enum"] : [...chained, "property"];
}

const globals = new Set(["Array", "JSON", "Math", "Number", "Object"]);

function namesOfCall(node: ts.CallExpression, checker: ts.TypeChecker): readonly string[] {
  const { expression: callee } = node;
  if (ts.isIdentifier(callee)) {
    const function_ = functionOf(callee, checker);
    if (function_ === undefined) return [`${callee.text}()`];
    if (isAround(function_, node)) return ["recursive call"];
    return isInLambda(function_)
      ? []
      : [function_.getSourceFile().isDeclarationFile ? `${callee.text}()` : "project function"];
  }
  if (!ts.isPropertyAccessExpression(callee)) return [];
  const [object, name] = [callee.expression, callee.name.text];
  if (ts.isIdentifier(object) && globals.has(object.text)) return [`${object.text}.${name}`];
  if (ts.isRegularExpressionLiteral(object)) return ["regex.test"];
  const [first] = node.arguments;
  const withRegex =
    first !== undefined && ts.isRegularExpressionLiteral(first) && name !== "match" ? [`regex.${name}`] : [];
  const folds = name === "reduce" && isFold(first) ? ["fold"] : [];
  return [`${isText(object, checker) ? "text" : "array"}.${name}`, ...withRegex, ...folds];
}

/** A maximum or minimum, or a sum of lengths. */
function isFold(callback: ts.Expression | undefined): boolean {
  if (!callback || !ts.isArrowFunction(callback)) return false;
  return /^(?:Math\.(?:max|min)\(\w+, |\w+ \+ \w+(?:\.\w+)*\.length$)/.test(callback.body.getText());
}

function namesOfIdentifier(node: ts.Identifier, checker: ts.TypeChecker): readonly string[] {
  const symbol = checker.getSymbolAtLocation(node);
  const declaration = symbol?.valueDeclaration;
  if (!declaration || node === (declaration as ts.NamedDeclaration).name) return [];
  const isCalled = ts.isCallExpression(node.parent) && node.parent.expression === node;
  if (functionOf(node, checker)) return isCalled ? [] : ["function by name"];
  if (ts.isVariableDeclaration(declaration) && !isInLambda(declaration)) return ["captured constant"];
  const owner = ts.isParameter(declaration) ? declaration.parent : undefined;
  const around = ts.findAncestor(node, ts.isFunctionLike);
  return owner && around && owner !== around && isInLambda(owner) ? ["closure"] : [];
}

/** The function that a name stands for. */
function functionOf(node: ts.Identifier, checker: ts.TypeChecker): ts.SignatureDeclaration | undefined {
  const found = checker.getSymbolAtLocation(node);
  const symbol = found && found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  const declaration = symbol?.valueDeclaration;
  if (!declaration) return undefined;
  if (ts.isFunctionDeclaration(declaration)) return declaration;
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && ts.isArrowFunction(value) ? value : undefined;
}

function isAround(outer: ts.Node, inner: ts.Node): boolean {
  return ts.findAncestor(inner, (node) => node === outer) !== undefined;
}

/** Whether a node stands inside a function of the module: the lambda, or a function that it calls. */
function isInLambda(node: ts.Node): boolean {
  return ts.findAncestor(node.parent, ts.isFunctionLike) !== undefined;
}
