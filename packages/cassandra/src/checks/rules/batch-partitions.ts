import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { writtenPartition } from "../resolve/written-partition.js";
import type { Rule } from "./rule.js";

/** Partitions in a logged batch above which the batch log costs more than it gives. */
const mostLoggedPartitions = 5;

/** A batch over several partitions is written together only by the batch log, which is written first. */
export const batchPartitions: Rule = (statement, { add }) => {
  if (statement.kind !== "batch") return;
  const { span, type } = statement.statement;
  const { size } = new Set(statement.members.map(writtenPartition));
  if (size <= 1) return;
  if (type === "unlogged") {
    const what = `This batch writes ${size} partitions, which are not written together without the batch log.`;
    add(report["logged-batch"]({ what, help: "Write them one by one, or as a logged batch." }), span, "advice");
  } else if (type === "logged" && size > mostLoggedPartitions) {
    const what = `This batch logs ${size} partitions before it writes them.`;
    const help = "Keep in a batch only what must be written together.";
    add(report["logged-batch"]({ what, help }), span, "advice");
  }
};
