import { analyzeCql, replayCql } from "@treadle/cassandra/compiler";
import { askServer, type NameAndType } from "./ask-server.js";
import type { CqlConnection } from "./protocol/cql-connection.js";

export interface Difference {
  readonly text: string;
  readonly kind: "false accept" | "false reject" | "markers" | "columns";
  readonly server: string;
  readonly ours: string;
}

export interface Agreement {
  readonly accepted: number;
  readonly refused: number;
  /** Refused only as they ran, and by what the tables hold or the generated values are: no rule can know it. */
  readonly undecided: readonly { readonly text: string; readonly message: string }[];
  readonly differences: readonly Difference[];
}

/**
 * Compares what the checker says of statements with what a node says of them. A statement that changes the schema, and that
 * the node takes, counts for those after it.
 */
export async function compareStatements(
  connection: CqlConnection,
  schemaStatements: readonly string[],
  keyspace: string | undefined,
  statements: readonly string[],
): Promise<Agreement> {
  const applied = [...schemaStatements];
  let { schema } = replayCql(applied);
  const differences: Difference[] = [];
  const undecided: { readonly text: string; readonly message: string }[] = [];
  const verdicts = { accepted: 0, refused: 0 };
  for (const text of statements) {
    const isChange = isSchemaChange(text);
    const server = await askServer(connection, text);
    const own = isChange ? checkChange(applied, text) : checkStatement(schema, text, keyspace);
    if (server.stage !== undefined) {
      if (own.fault === undefined && server.stage === "execute" && dependsOnData(server.message)) {
        undecided.push({ text, message: server.message });
        continue;
      }
      verdicts.refused++;
      if (own.fault === undefined) {
        differences.push({ text, kind: "false accept", server: server.message, ours: "accepted" });
      }
      continue;
    }
    verdicts.accepted++;
    if (own.fault !== undefined) {
      differences.push({ text, kind: "false reject", server: "accepted", ours: own.fault });
      continue;
    }
    if (isChange) {
      applied.push(text);
      schema = replayCql(applied).schema;
    }
    const compare = (kind: "markers" | "columns", theirs: readonly NameAndType[], ours: readonly NameAndType[]) => {
      if (print(theirs) !== print(ours)) differences.push({ text, kind, server: print(theirs), ours: print(ours) });
    };
    compare("markers", server.binds, own.binds);
    compare("columns", server.columns, own.columns);
  }
  return { ...verdicts, undecided, differences };
}

interface Checked {
  readonly fault: string | undefined;
  readonly binds: readonly NameAndType[];
  readonly columns: readonly NameAndType[];
}

export const isSchemaChange = (text: string): boolean => /^\s*(?:create|alter|drop)\b/i.test(text);

export function checkStatement(
  schema: Parameters<typeof analyzeCql>[0],
  text: string,
  keyspace: string | undefined,
): Checked {
  const { findings, binds, columns } = analyzeCql(schema, text, keyspace);
  return { fault: findings.find(({ stage }) => stage !== "advice")?.text, binds, columns };
}

export function checkChange(applied: readonly string[], text: string): Checked {
  const { findings } = replayCql([...applied, text]);
  return { fault: findings.at(-1)?.[0], binds: [], columns: [] };
}

const dependsOnData = (message: string): boolean =>
  /list which is null|out of bounds?|not a valid binary representation|ArithmeticException|cannot be cast/i.test(
    message,
  );

function print(list: readonly NameAndType[]): string {
  return list.map(({ name, type }) => `${name} ${type}`).join(", ");
}
