import type { TimelineEntry } from "@treadle/simulator";
import pc from "picocolors";
import type { LocalRun, StatementCall } from "../local/run-locally.js";

/** A run as people read it: the states with their times, the statements that ran, and how it ended. */
export function formatRun(run: LocalRun): string {
  const { execution } = run;
  const total = execution.stopTime.getTime() - execution.startTime.getTime();
  const status = execution.status === "SUCCEEDED" ? pc.green(execution.status) : pc.red(execution.status);
  return [
    `${pc.bold(run.workflow)} ${status} in ${total} ms`,
    "",
    ...table(execution.timeline.map((entry) => stateRow(entry, run.calls))),
    ...(run.calls.length > 0 ? ["", pc.dim("statements"), ...table(run.calls.map(statementRow))] : []),
    "",
    ...ending(run),
  ].join("\n");
}

function stateRow(entry: TimelineEntry, calls: readonly StatementCall[]): string[] {
  const duration = entry.exitedMs === undefined ? "" : `${Math.round(entry.exitedMs - entry.enteredMs)} ms`;
  const retries = entry.attempts.length > 1 ? `${entry.attempts.length} attempts` : "";
  const error =
    entry.error === undefined ? "" : pc.red(entry.error) + (entry.caughtBy ? ` caught by ${entry.caughtBy}` : "");
  const recorded = calls.some((call) => call.recorded && call.state === entry.state)
    ? pc.yellow("recorded answer")
    : "";
  const name = `${"  ".repeat(entry.within.length)}${entry.state}`;
  return [
    `${Math.round(entry.enteredMs)} ms`,
    duration,
    name,
    entry.type,
    [retries, error, recorded].filter(Boolean).join("  "),
  ];
}

function statementRow(call: StatementCall): string[] {
  const rows = call.rows === undefined ? "" : `${call.rows} ${call.rows === 1 ? "row" : "rows"}`;
  const charge = call.requestUnits === undefined ? "" : `${call.requestUnits} RU`;
  const notes = [rows, charge, call.error && pc.red(call.error), call.recorded && pc.yellow("recorded answer")];
  return [
    "",
    `${call.durationMs} ms`,
    `${call.source}.${call.statement}`,
    call.state,
    notes.filter(Boolean).join("  "),
  ];
}

function ending({ execution }: LocalRun): string[] {
  if (execution.status === "SUCCEEDED") return [`output ${JSON.stringify(execution.output, null, 2)}`];
  return [
    `error ${pc.red(execution.error ?? "none")}`,
    ...(execution.cause === undefined ? [] : [`cause ${execution.cause}`]),
    ...execution.diagnostics.map(({ message, help }) => `${message}${help ? ` ${help}` : ""}`),
  ];
}

const numeric = 2;

/** Columns as wide as their widest cell; the first two, which are times, to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (column === row.length - 1) return cell;
        return column < numeric ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
      })
      .join("  ")
      .trimEnd(),
  );
}
