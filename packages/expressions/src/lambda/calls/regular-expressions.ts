import ts from "#typescript";
import { regex } from "../../nodes/create.js";
import type { RegexNode } from "../../nodes/expression-node.js";
import type { Lowering } from "../lowering.js";
import { unwrap } from "../references.js";
import { type ParsedPattern, parsePattern } from "../regex/parse-pattern.js";

export interface RegexArgument {
  readonly node: RegexNode;
  readonly isGlobal: boolean;
  readonly pattern: ParsedPattern;
}

/** A regular expression written in place, in the part of the language that means the same in JavaScript and Java. */
export function lowerRegex(expression: ts.Expression, lowering: Lowering): RegexArgument | undefined {
  const inner = unwrap(expression);
  if (!ts.isRegularExpressionLiteral(inner)) {
    const help = "Write it in place: `/pattern/`.";
    lowering.unsupported(expression, "A regular expression that is not written in place", help);
    return undefined;
  }
  const end = inner.text.lastIndexOf("/");
  const flags = inner.text.slice(end + 1);
  const ignoreCase = flags.includes("i");
  const wrongFlag = [...flags].find((flag) => flag !== "g" && flag !== "i");
  if (wrongFlag !== undefined) {
    const help = "Only g and i mean the same in JavaScript and Step Functions.";
    lowering.unsupported(inner, `The flag "${wrongFlag}" of a regular expression`, help);
    return undefined;
  }
  const pattern = parsePattern(inner.text.slice(1, end), ignoreCase);
  if (typeof pattern === "string") {
    const help =
      "Use letters, digits, classes, groups, |, *, +, ?, {n,m}, ^ and $; the guide says what else engines share.";
    lowering.unsupported(inner, `${pattern} in a regular expression`, help);
    return undefined;
  }
  return { node: regex(pattern.text, ignoreCase), isGlobal: flags.includes("g"), pattern };
}
