/** What the summary repeats of one step; a broken build of a package can fail hundreds of tests. */
const notesPerStep = 40;

/** The table of steps, the lines they want repeated at the end, and the totals on a line of their own. */
export function formatSummary(results) {
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  const rows = [
    ["step", "passed", "failed", "skipped", "seconds"],
    ...results.map((result) => [
      result.name,
      String(result.passed),
      String(result.failed),
      String(result.skipped),
      result.seconds.toFixed(1),
    ]),
    ["total", String(total("passed")), String(total("failed")), String(total("skipped")), total("seconds").toFixed(1)],
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const table = rows.map((row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join("  "),
  );
  const notes = results.flatMap(({ name, notes }) => shorten(notes).map((note) => `${name}: ${note}`));
  return [
    "",
    ...table,
    ...(notes.length > 0 ? ["", ...notes] : []),
    "",
    `${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`,
    "",
  ].join("\n");
}

function shorten(notes) {
  if (notes.length <= notesPerStep) return notes;
  return [...notes.slice(0, notesPerStep), `and ${notes.length - notesPerStep} more; see above`];
}
