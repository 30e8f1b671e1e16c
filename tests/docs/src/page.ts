/** A page of the guide whose snippets are compiled, and that shows beneath them what they compile to. */
export interface Page {
  /** Relative to the repository's root. */
  readonly file: string;
  readonly lines: readonly string[];
  readonly snippets: readonly Snippet[];
  readonly generated: readonly GeneratedBlock[];
}

/** A `ts` block: a module of its own, behind those blocks of the page that are marked `prelude`. */
export interface Snippet {
  readonly kind: "accepted" | "prelude" | "refused";
  /** The block's fence, counted from 1. */
  readonly line: number;
  readonly code: string;
}

/** `<!-- generated: … -->`, and the block beneath it, if it is there already. */
export interface GeneratedBlock {
  readonly line: number;
  readonly request: GenerationRequest;
  /** The lines of the block, fences included, counted from 0; `end` is the one after. */
  readonly block: { readonly start: number; readonly end: number } | undefined;
}

export type GenerationRequest =
  | {
      readonly kind: "artifact";
      readonly artifact: string;
      /** A JSON Pointer into the artifact; empty for all of it. */
      readonly pointer: string;
      /** Fields that are not shown, at any depth. */
      readonly without: readonly string[];
    }
  /** What the compiler says of the `refused` snippet before it. */
  | { readonly kind: "diagnostics" };

const fence = /^```(\S*)\s*(\S*)$/;
const directive = /^<!-- generated: (.+) -->$/;

export function hasGeneratedBlocks(text: string): boolean {
  return text.split("\n").some((line) => directive.test(line));
}

export function parsePage(file: string, text: string): Page {
  const lines = text.split("\n");
  const snippets: Snippet[] = [];
  const generated: GeneratedBlock[] = [];
  for (let index = 0; index < lines.length; index++) {
    const request = directive.exec(lines[index]!)?.[1];
    if (request !== undefined) {
      const block = blockBeneath(lines, index);
      generated.push({ line: index + 1, request: parseRequest(request, `${file}:${index + 1}`), block });
      if (block) index = block.end - 1;
      continue;
    }
    const opening = fence.exec(lines[index]!);
    if (!opening) continue;
    const end = endOfBlock(lines, index);
    if (opening[1] === "ts") {
      const code = lines.slice(index + 1, end - 1).join("\n");
      snippets.push({ kind: snippetKind(opening[2]!, `${file}:${index + 1}`), line: index + 1, code });
    }
    index = end - 1;
  }
  return { file, lines, snippets, generated };
}

function snippetKind(mark: string, place: string): Snippet["kind"] {
  if (mark === "") return "accepted";
  if (mark === "prelude" || mark === "refused") return mark;
  throw new Error(`${place}: a ts block is marked "prelude", "refused" or not at all, but not "${mark}".`);
}

function parseRequest(text: string, place: string): GenerationRequest {
  if (text === "diagnostics") return { kind: "diagnostics" };
  const match = /^(\S+\.\S+)(?: (\/\S+))?(?: without (\S+))?$/.exec(text);
  if (!match) {
    throw new Error(`${place}: expected "ARTIFACT [/JSON/POINTER] [without Field,Field]" or "diagnostics".`);
  }
  return {
    kind: "artifact",
    artifact: match[1]!,
    pointer: match[2] ?? "",
    without: match[3]?.split(",") ?? [],
  };
}

function blockBeneath(lines: readonly string[], index: number): GeneratedBlock["block"] {
  let start = index + 1;
  while (lines[start] === "") start++;
  const opening = fence.exec(lines[start] ?? "");
  if (!opening || opening[1] === "ts") return undefined;
  return { start, end: endOfBlock(lines, start) };
}

function endOfBlock(lines: readonly string[], start: number): number {
  const end = lines.indexOf("```", start + 1);
  return end === -1 ? lines.length : end + 1;
}
