import type { Dialect, StatementFault } from "./dialect.js";

const mostBatched = 30;

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
    if (type !== "unlogged") faults.push({ what: `This is a ${type} batch`, span });
    if (statements.length > mostBatched)
      faults.push({ what: `This batch has ${statements.length} statements, more than ${mostBatched}`, span });
    for (const { conditions } of statements) {
      if (conditions !== undefined) faults.push({ what: "This batch has a condition", span: conditions.span });
    }
    return faults;
  },
};
