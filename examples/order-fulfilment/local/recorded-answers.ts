import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { BridgeRequest, DataSourceExecutor, ExecutedStatement } from "@treadle/workflow/data-source";

interface RecordedAnswer {
  readonly statement: string;
  readonly params: BridgeRequest["params"];
  readonly result: ExecutedStatement["result"];
  readonly rows?: number;
}

const file = new URL("../recorded/shop.json", import.meta.url);

/**
 * Answers as a real node gave them to the demo's runs, for machines without Java: the same statement with the same
 * parameters gets its answers in the order in which they were recorded.
 */
export function recordedExecutor(): DataSourceExecutor {
  const left = JSON.parse(readFileSync(file, "utf8")) as RecordedAnswer[];
  return {
    execute: async ({ statement, params }) => {
      const index = left.findIndex(
        (answer) => answer.statement === statement && isDeepStrictEqual(answer.params, params),
      );
      const [answer] = index === -1 ? [] : left.splice(index, 1);
      if (!answer) throw new Error(`No answer was recorded for ${statement} with these parameters.`);
      return { result: answer.result, measures: answer.rows === undefined ? {} : { rows: answer.rows } };
    },
    preflight: async () => ({ result: null, measures: {} }),
    close: async () => {},
  };
}

/** Passes every call on and keeps its answer; `save` writes them where `recordedExecutor` finds them. */
export function recordAnswers(executor: DataSourceExecutor): DataSourceExecutor & { readonly save: () => void } {
  const answers: RecordedAnswer[] = [];
  return {
    ...executor,
    execute: async (request, call) => {
      const executed = await executor.execute(request, call);
      const { rows } = executed.measures;
      const { statement, params } = request;
      answers.push({ statement, params, result: executed.result, ...(rows !== undefined && { rows }) });
      return executed;
    },
    save: () => {
      const text = `${JSON.stringify(answers, null, 2)}\n`;
      if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
    },
  };
}
