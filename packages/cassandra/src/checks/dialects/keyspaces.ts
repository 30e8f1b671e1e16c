import type { Dialect, StatementFault } from "./dialect.js";

/** Statements of a batch, by its kind. */
const mostBatched = { logged: 100, unlogged: 30 };

/**
 * Amazon Keyspaces.
 *
 * @see https://docs.aws.amazon.com/keyspaces/latest/devguide/functional-differences.html
 */
export const keyspaces: Dialect = {
  title: "Amazon Keyspaces",
  schemaFaults: ({ tables, functions }) => [
    ...[...tables.values()].flatMap(({ name, viewOf, indexes }) => [
      ...(viewOf === undefined ? [] : [`${name} is a materialized view`]),
      ...[...indexes.keys()].map((index) => `${index} is an index`),
    ]),
    ...functions.map(({ name, aggregate }) => `${name} is a user-defined ${aggregate ? "aggregate" : "function"}`),
  ],
  statementFaults: (statement) => {
    if (statement.kind !== "batch") return [];
    const faults: StatementFault[] = [];
    const { type, statements, span } = statement.statement;
    if (type === "counter") faults.push({ what: "This is a counter batch", span });
    else if (statements.length > mostBatched[type]) {
      const what = `This ${type} batch has ${statements.length} statements, more than ${mostBatched[type]}`;
      faults.push({ what, span });
    }
    for (const { conditions } of statements) {
      if (conditions !== undefined) faults.push({ what: "This batch has a condition", span: conditions.span });
    }
    return faults;
  },
};
