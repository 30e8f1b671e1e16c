// `import` would search ten megabytes for names of exports first, as it would where `require` stands in the export itself. A module
// of its own, since the same instance must make the syntax trees and read them.
const typescript = require("typescript");

// All exports are getters. To call each of them takes a hundredth of a second; those that are read again and again are values.
const often = [
  "forEachChild",
  "isArrowFunction",
  "isBinaryExpression",
  "isBlock",
  "isCallExpression",
  "isConditionalExpression",
  "isElementAccessExpression",
  "isExpressionWithTypeArguments",
  "isFunctionExpression",
  "isFunctionLike",
  "isIdentifier",
  "isInterfaceDeclaration",
  "isNonNullExpression",
  "isNumericLiteral",
  "isOptionalChain",
  "isParenthesizedExpression",
  "isPropertyAccessExpression",
  "isSpreadElement",
  "isStatement",
  "isStringLiteralLike",
  "isTypeAliasDeclaration",
  "isTypeNode",
  "isVariableDeclaration",
  "NodeFlags",
  "SymbolFlags",
  "SyntaxKind",
  "TypeFlags",
];
module.exports = { __proto__: typescript, ...Object.fromEntries(often.map((name) => [name, typescript[name]])) };
