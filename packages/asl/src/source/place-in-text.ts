import type { AslDiagnosticName } from "../diagnostics.js";
import type { AslDiagnostic, TextPlace } from "../validation/asl-diagnostic.js";
import type { JsonNode, TextSpan } from "./read-json-text.js";
import type { TextLines } from "./text-lines.js";

/** Faults of a name: the key is shown, not the value behind it. */
const faultsOfKeys: ReadonlySet<AslDiagnosticName> = new Set<AslDiagnosticName>([
  "unsupported-field",
  "query-language-field",
  "distributed-only-field",
  "duplicate-state-name",
  "state-name-too-long",
  "unreachable-state",
  "invalid-variable-name",
  "reserved-variable-name",
  "variable-shadowing",
]);

/** Where a finding stands in the text that `root` was read from. */
export function placeInText(finding: AslDiagnostic, root: JsonNode, text: string, lines: TextLines): TextPlace {
  const { node, isExact } = findNode(root, finding.pointer);
  return toPlace(pickSpan(finding, node, isExact, text), lines);
}

export function toPlace(span: TextSpan, lines: TextLines): TextPlace {
  const { line, column } = lines.positionAt(span.start);
  const end = lines.positionAt(span.end);
  return { line, column, endLine: end.line, endColumn: end.column };
}

/** The value that a JSON Pointer leads to, or the nearest one around it. */
function findNode(root: JsonNode, pointer: string): { readonly node: JsonNode; readonly isExact: boolean } {
  let node = root;
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const next = node.members ? node.members.get(name) : node.items?.[Number(name)];
    if (!next) return { node, isExact: false };
    node = next;
  }
  return { node, isExact: true };
}

function pickSpan(finding: AslDiagnostic, node: JsonNode, isExact: boolean, text: string): TextSpan {
  const isCompound = node.members !== undefined || node.items !== undefined;
  if (node.key && (isCompound || (isExact && faultsOfKeys.has(finding.name)))) return node.key;
  if (isCompound) return { start: node.start, end: node.start + 1 };
  return isExact && finding.part ? spanOfPart(node, finding.part, text) : node;
}

/** Part of a string's value, in the text that spells it with escapes. */
function spanOfPart(node: TextSpan, part: { readonly start: number; readonly end: number }, text: string): TextSpan {
  const offsets: number[] = [];
  for (let at = node.start + 1; at < node.end; ) {
    offsets.push(at);
    at += text[at] !== "\\" ? 1 : text[at + 1] === "u" ? 6 : 2;
  }
  const last = offsets.length - 1;
  const start = offsets[Math.min(part.start, last)]!;
  return { start, end: Math.max(start + 1, offsets[Math.min(part.end, last)]!) };
}
