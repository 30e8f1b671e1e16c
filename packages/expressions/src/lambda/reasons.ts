import ts from "#typescript";

/** Whether a comment stands beside an expression: on the line where it ends, or ending on the line before. */
export function hasReason(node: ts.Expression): boolean {
  const file = node.getSourceFile();
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  const line = lineOf(node.end);
  const isBeside = ({ pos, end }: ts.CommentRange): boolean =>
    lineOf(pos) <= line && lineOf(end) >= line - 1 && /\p{L}{2}/u.test(file.text.slice(pos, end));
  const isBesideAt = (position: number): boolean => {
    const leading = ts.getLeadingCommentRanges(file.text, position) ?? [];
    const trailing = ts.getTrailingCommentRanges(file.text, position) ?? [];
    return [...leading, ...trailing].some(isBeside);
  };
  const found = (part: ts.Node): boolean =>
    isBesideAt(part.pos) || isBesideAt(part.end) || isBesideAt(afterMarks(file.text, part.end));
  for (let around: ts.Node = node; !ts.isSourceFile(around); around = around.parent) {
    if (found(around) || ts.forEachChild(around, (child) => found(child) || undefined) === true) return true;
    if (ts.isStatement(around) && !ts.isBlock(around)) return false;
  }
  return false;
}

/** The position after closing brackets and separators. */
function afterMarks(text: string, position: number): number {
  let after = position;
  while (/[)\]},;]/.test(text[after] ?? "")) after += 1;
  return after;
}
