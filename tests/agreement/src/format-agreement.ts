import type { Agreement, Difference } from "./compare-statements.js";

const kinds: readonly Difference["kind"][] = ["false accept", "false reject", "markers", "columns"];

/** What differs, and the totals as the last line. */
export function formatAgreement({ accepted, refused, undecided, differences }: Agreement): string {
  const lines = differences.map(
    ({ kind, text, server, ours }) => `${kind}: ${text}\n  server: ${server}\n  ours:   ${ours}`,
  );
  for (const { text, message } of undecided) lines.push(`depends on data: ${text}\n  server: ${message}`);
  const counts = kinds.map((kind) => `${kind} ${differences.filter((each) => each.kind === kind).length}`);
  const judged = accepted + refused;
  lines.push(
    `${judged} statements, ${accepted} accepted and ${refused} refused by the server: ${counts.join(", ")}` +
      (undecided.length > 0 ? `; ${undecided.length} not judged` : ""),
  );
  return lines.join("\n");
}
