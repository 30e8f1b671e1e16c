import { formatLocation } from "@treadle/diagnostics";
import type { SimulatedExecution, TimelineEntry } from "./simulated-execution.js";

/** What is printed of an execution, whatever the type of its output. */
export type PrintedExecution = Pick<
  SimulatedExecution,
  "cause" | "diagnostics" | "error" | "startTime" | "status" | "stopTime" | "timeline"
> & { readonly output?: unknown };

/**
 * A readable account of an execution: one line per visited state with its time and duration, indented by the Parallel
 * and Map states around it, the call in the source that made it where that is known, its attempts where there were several,
 * and the end. No colours; ends without a line break.
 */
export function formatTimeline(execution: PrintedExecution): string {
  const width = Math.max(0, ...execution.timeline.map((entry) => label(entry).length));
  const lines = execution.timeline.flatMap((entry) => formatEntry(entry, width));
  return [...lines, formatEnding(execution), ...execution.diagnostics.map(formatDiagnostic)].join("\n");
}

function label({ state, within }: TimelineEntry): string {
  return `${"  ".repeat(within.length)}${state}${within.length > 0 ? ` (${within.at(-1)})` : ""}`;
}

function formatEntry(entry: TimelineEntry, width: number): string[] {
  const { attempts, caughtBy, enteredMs, error, exitedMs, location, type } = entry;
  const duration = exitedMs === undefined ? "" : formatDuration(exitedMs - enteredMs);
  const outcome = error === undefined ? "" : `  ${error}${caughtBy === undefined ? "" : `, caught by ${caughtBy}`}`;
  const line =
    `${formatDuration(enteredMs).padStart(10)}  ${label(entry).padEnd(width)}  ${type.padEnd(8)} ${duration.padStart(9)}${outcome}${location ? `  ${formatLocation(location)}` : ""}`.trimEnd();
  if (attempts.length < 2) return [line];
  const indent = " ".repeat(14 + 2 * entry.within.length);
  return [
    line,
    ...attempts.map(
      (attempt, i) =>
        `${indent}attempt ${i + 1} at ${formatDuration(attempt.startedMs)}: ${attempt.error ?? "succeeded"}, ${formatDuration(attempt.endedMs - attempt.startedMs)}`,
    ),
  ];
}

function formatEnding({ cause, error, output, startTime, status, stopTime }: PrintedExecution): string {
  const took = formatDuration(stopTime.getTime() - startTime.getTime());
  if (status === "SUCCEEDED") return `${status} after ${took}: ${JSON.stringify(output)}`;
  const reason = [error, cause].filter((part) => part !== undefined).join(": ");
  return `${status} after ${took}${reason === "" ? "" : `: ${reason}`}`;
}

function formatDiagnostic({ code, help, message }: SimulatedExecution["diagnostics"][number]): string {
  return `${code}: ${message}${help === undefined ? "" : `\n  ${help}`}`;
}

/** `250 ms`, `3.2 s`, `2 min 5 s`, `3 h 0 min`, `2 d 4 h`. */
function formatDuration(durationMs: number): string {
  const ms = Math.round(durationMs);
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${Number((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const hours = Math.round(minutes / 60);
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}
