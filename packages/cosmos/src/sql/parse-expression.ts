import type { BinaryOperator, ExpressionNode, QueryNode, SubqueryNode, UnaryNode } from "./nodes.js";
import { SyntaxFault } from "./syntax-fault.js";
import type { TokenCursor } from "./token-cursor.js";

/** Binary operators from the loosest to the tightest; each level groups to the left. */
const levels: readonly (readonly string[])[] = [
  ["OR"],
  ["AND"],
  ["=", "!=", "<>"],
  ["<", "<=", ">", ">="],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>", ">>>"],
  ["+", "-", "||"],
  ["*", "/", "%"],
];
const notLevel = levels.findIndex(([first]) => first === "=");
const subqueryWords = ["FIRST", "LAST", "ALL"] as const;

export interface ExpressionParser {
  readonly parseExpression: () => ExpressionNode;
  /** A name with properties and indexes, or a call that gives an array: what FROM takes. */
  readonly parsePath: () => ExpressionNode;
}

export function createExpressionParser(cursor: TokenCursor, parseSubquery: () => QueryNode): ExpressionParser {
  function parseExpression(): ExpressionNode {
    const condition = parseCoalesce();
    if (!cursor.takeSymbol("?")) return condition;
    const then = parseExpression();
    cursor.expectSymbol(":");
    const otherwise = parseExpression();
    return { kind: "conditional", condition, then, otherwise, start: condition.start, end: otherwise.end };
  }

  function parseCoalesce(): ExpressionNode {
    let left = parseBinary(0);
    while (cursor.takeSymbol("??")) {
      const right = parseBinary(0);
      left = { kind: "binary", operator: "??", left, right, start: left.start, end: right.end };
    }
    return left;
  }

  function parseBinary(level: number): ExpressionNode {
    const operators = levels[level];
    if (operators === undefined) return parseUnary();
    if (level === notLevel) return parsePredicate();
    return parseLeftToRight(level, operators);
  }

  function parseLeftToRight(level: number, operators: readonly string[]): ExpressionNode {
    let left = parseBinary(level + 1);
    while (
      (cursor.token.kind === "symbol" || cursor.token.kind === "keyword") &&
      operators.includes(cursor.token.text)
    ) {
      const text = cursor.next().text;
      const operator = (text === "<>" ? "!=" : text) as BinaryOperator;
      const right = parseBinary(level + 1);
      left = { kind: "binary", operator, left, right, start: left.start, end: right.end };
    }
    return left;
  }

  /** NOT, and then comparisons with IN, BETWEEN and LIKE beside them. */
  function parsePredicate(): ExpressionNode {
    const { start } = cursor.token;
    if (cursor.takeKeyword("NOT")) {
      const operand = parsePredicate();
      return { kind: "unary", operator: "NOT", operand, start, end: operand.end };
    }
    let left = parseLeftToRight(notLevel, levels[notLevel]!);
    for (;;) {
      const negated = cursor.isKeyword("NOT") && ["IN", "BETWEEN", "LIKE"].includes(cursor.peek().text);
      if (negated) cursor.next();
      if (cursor.takeKeyword("IN")) left = parseIn(left, negated);
      // A range is no operand of another test.
      else if (cursor.takeKeyword("BETWEEN")) return parseBetween(left, negated);
      else if (cursor.takeKeyword("LIKE")) left = parseLike(left, negated);
      else return left;
    }
  }

  function parseIn(operand: ExpressionNode, negated: boolean): ExpressionNode {
    cursor.expectSymbol("(");
    const values = cursor.isKeyword("SELECT") ? [parseScalarSubquery(cursor.token.start)] : parseUntil(")");
    if (values.length === 0) cursor.fail("a value");
    cursor.expectSymbol(")");
    return { kind: "in", negated, operand, values, start: operand.start, end: cursor.previousEnd };
  }

  function parseBetween(operand: ExpressionNode, negated: boolean): ExpressionNode {
    const low = parseBinary(notLevel + 1);
    cursor.expectKeyword("AND");
    const high = parseBinary(notLevel + 1);
    return { kind: "between", negated, operand, low, high, start: operand.start, end: high.end };
  }

  function parseLike(operand: ExpressionNode, negated: boolean): ExpressionNode {
    const pattern = parseBinary(notLevel + 1);
    const escapeCharacter = cursor.takeKeyword("ESCAPE") ? parseEscape() : undefined;
    return {
      kind: "like",
      negated,
      operand,
      pattern,
      escape: escapeCharacter,
      start: operand.start,
      end: cursor.previousEnd,
    };
  }

  function parseEscape(): string {
    const { kind, text, start, end } = cursor.token;
    if (kind !== "string") cursor.fail("an escape character in quotes");
    if (Array.from(text).length !== 1) throw new SyntaxFault("ESCAPE takes exactly one character", start, end);
    return cursor.next().text;
  }

  function parseUnary(): ExpressionNode {
    const { kind, text, start } = cursor.token;
    if (
      (kind === "symbol" && (text === "-" || text === "+" || text === "~")) ||
      (kind === "keyword" && text === "NOT")
    ) {
      cursor.next();
      const operand = parseUnary();
      if (text === "-" && operand.kind === "literal" && typeof operand.value === "number") {
        return { kind: "literal", value: -operand.value, start, end: operand.end };
      }
      return { kind: "unary", operator: text as UnaryNode["operator"], operand, start, end: operand.end };
    }
    return parseAccess(parsePrimary());
  }

  function parseAccess(root: ExpressionNode): ExpressionNode {
    let object = root;
    for (;;) {
      if (cursor.takeSymbol(".")) {
        const { kind, text, written, start, end } = cursor.token;
        if (kind === "keyword") {
          throw new SyntaxFault(`"${text}" is a reserved word: write ["${written}"]`, start, end);
        }
        if (kind !== "identifier") cursor.fail("a property name");
        cursor.next();
        object = { kind: "property", object, name: text, nameSpan: { start, end }, start: object.start, end };
      } else if (cursor.takeSymbol("[")) {
        object = parseIndex(object);
      } else {
        return object;
      }
    }
  }

  function parseIndex(object: ExpressionNode): ExpressionNode {
    const index = parseExpression();
    cursor.expectSymbol("]");
    const span = { start: object.start, end: cursor.previousEnd };
    if (index.kind === "literal" && typeof index.value === "string") {
      return { kind: "property", object, name: index.value, nameSpan: index, ...span };
    }
    return { kind: "index", object, index, ...span };
  }

  function parsePath(): ExpressionNode {
    if (cursor.token.kind !== "identifier") cursor.fail("the container's name or an alias");
    return parseAccess(parseNameOrCall());
  }

  function parsePrimary(): ExpressionNode {
    const { kind, text, start, end } = cursor.token;
    switch (kind) {
      case "number":
      case "string":
        cursor.next();
        return { kind: "literal", value: kind === "number" ? Number(text) : text, start, end };
      case "parameter":
        cursor.next();
        return { kind: "parameter", name: text, start, end };
      case "identifier":
        return parseNameOrCall();
      case "keyword":
        return parseKeyword();
      default:
        return parseBracketed();
    }
  }

  function parseNameOrCall(): ExpressionNode {
    const { text, start, end } = cursor.next();
    if (!cursor.isSymbol("(")) return { kind: "identifier", name: text, start, end };
    const form = subqueryWords.find((candidate) => candidate === text.toUpperCase());
    const next = cursor.peek();
    if (form !== undefined && next.kind === "keyword" && next.text === "SELECT") return parseSubqueryOf(form, start);
    return parseCall(text, false, start);
  }

  function parseCall(name: string, udf: boolean, start: number): ExpressionNode {
    cursor.expectSymbol("(");
    const parameters = parseUntil(")");
    cursor.expectSymbol(")");
    return { kind: "call", name, udf, arguments: parameters, start, end: cursor.previousEnd };
  }

  function parseKeyword(): ExpressionNode {
    const { text, start, end } = cursor.token;
    switch (text) {
      case "TRUE":
      case "FALSE":
      case "NULL":
        cursor.next();
        return { kind: "literal", value: text === "NULL" ? null : text === "TRUE", start, end };
      case "UNDEFINED":
        cursor.next();
        return { kind: "undefined", start, end };
      case "EXISTS":
      case "ARRAY":
        cursor.next();
        return parseSubqueryOf(text, start);
      case "UDF": {
        cursor.next();
        cursor.expectSymbol(".");
        const name = cursor.token.kind === "identifier" ? cursor.next().text : cursor.fail("a function's name");
        return parseCall(name, true, start);
      }
      default:
        return cursor.fail("an expression");
    }
  }

  function parseSubqueryOf(form: SubqueryNode["form"], start: number): ExpressionNode {
    cursor.expectSymbol("(");
    const query = parseSubquery();
    cursor.expectSymbol(")");
    return { kind: "subquery", form, query, start, end: cursor.previousEnd };
  }

  function parseScalarSubquery(start: number): ExpressionNode {
    const query = parseSubquery();
    return { kind: "subquery", form: "scalar", query, start, end: cursor.previousEnd };
  }

  function parseBracketed(): ExpressionNode {
    const { start } = cursor.token;
    if (cursor.takeSymbol("(")) {
      const inner = cursor.isKeyword("SELECT") ? parseScalarSubquery(start) : parseExpression();
      cursor.expectSymbol(")");
      return inner;
    }
    if (cursor.takeSymbol("[")) {
      const elements = parseUntil("]");
      cursor.expectSymbol("]");
      return { kind: "array", elements, start, end: cursor.previousEnd };
    }
    if (cursor.takeSymbol("{")) return parseObject(start);
    return cursor.fail("an expression");
  }

  function parseObject(start: number): ExpressionNode {
    const members: { name: string; value: ExpressionNode }[] = [];
    while (!cursor.isSymbol("}")) {
      if (members.length > 0) cursor.expectSymbol(",");
      const { kind, text, written } = cursor.token;
      if (kind !== "identifier" && kind !== "string" && kind !== "keyword") cursor.fail("a property name");
      cursor.next();
      cursor.expectSymbol(":");
      members.push({ name: kind === "keyword" ? written : text, value: parseExpression() });
    }
    cursor.expectSymbol("}");
    return { kind: "object", members, start, end: cursor.previousEnd };
  }

  function parseUntil(close: string): readonly ExpressionNode[] {
    const list: ExpressionNode[] = [];
    while (!cursor.isSymbol(close)) {
      if (list.length > 0) cursor.expectSymbol(",");
      list.push(parseExpression());
    }
    return list;
  }

  return { parseExpression, parsePath };
}
