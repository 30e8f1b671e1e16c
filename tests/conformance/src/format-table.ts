import type { Suite } from "./suite.js";
import type { Figure, Row, Tally } from "./tally.js";

/** The suite's figures as aligned text: one line a group, then subtotals and totals. */
export function formatTable(suite: Suite, tally: Tally): string {
  const rows = tally.rows();
  const hasOracle = rows.some((row) => row.oracle !== undefined);
  const hasTier = rows.some((row) => row.tier !== undefined);
  const header = ["group", ...(hasOracle ? ["oracle"] : []), ...(hasTier ? ["tier"] : []), "cases"];
  header.push(...suite.metrics.map((metric) => metric.name));
  const toCells = (row: Row): string[] => [
    row.group,
    ...(hasOracle ? [row.oracle ?? ""] : []),
    ...(hasTier ? [row.tier ?? ""] : []),
    String(row.cases),
    ...suite.metrics.map((metric) => formatFigure(row.figures[metric.name])),
  ];
  const oracles = [...new Set(rows.map((row) => row.oracle))].filter((oracle) => oracle !== undefined);
  const sums = [
    ...(oracles.length > 1
      ? oracles.map((oracle) => ({ ...tally.sum("all", (row) => row.oracle === oracle), oracle }))
      : []),
    ...(suite.subtotals ?? []).map((subtotal) => tally.sum(subtotal.label, subtotal.includes)),
    tally.sum("total"),
  ];
  const body = rows.map(toCells);
  const footer = sums.map(toCells);
  const widths = header.map((_, column) =>
    Math.max(...[header, ...body, ...footer].map((cells) => cells[column]!.length)),
  );
  const rule = widths.map((width) => "-".repeat(width));
  return [header, rule, ...body, rule, ...footer].map((cells) => formatLine(cells, widths)).join("\n");
}

function formatFigure(figure: Figure | undefined): string {
  if (!figure || figure.of === 0) return "-";
  const percent = (figure.hits / figure.of) * 100;
  return `${figure.hits}/${figure.of} ${percent.toFixed(1)}%`;
}

function formatLine(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell.padEnd(widths[column]!))
    .join("  ")
    .trimEnd();
}
