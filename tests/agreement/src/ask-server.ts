import { type CqlConnection, ServerRefusal } from "./protocol/cql-connection.js";
import { printServerType } from "./protocol/server-type.js";
import { sampleValue } from "./sample-value.js";

export interface NameAndType {
  readonly name: string;
  readonly type: string;
}

/** What came of a statement: refused at which stage and why, or its markers and result columns. */
export type ServerAnswer =
  | { readonly stage: "prepare" | "execute"; readonly message: string }
  | {
      readonly stage: undefined;
      readonly binds: readonly NameAndType[];
      readonly columns: readonly NameAndType[];
    };

/** Prepares a statement and, where that succeeds, runs it with generated values. */
export async function askServer(connection: CqlConnection, text: string): Promise<ServerAnswer> {
  let stage: "prepare" | "execute" = "prepare";
  try {
    const prepared = await connection.prepare(text);
    stage = "execute";
    await connection.execute(
      prepared,
      prepared.binds.map(({ type }) => sampleValue(type)),
    );
    const print = ({ name, type }: (typeof prepared.binds)[number]): NameAndType => ({
      name,
      type: printServerType(type),
    });
    return { stage: undefined, binds: prepared.binds.map(print), columns: prepared.columns.map(print) };
  } catch (error) {
    if (!(error instanceof ServerRefusal)) throw error;
    return { stage, message: error.message };
  }
}
