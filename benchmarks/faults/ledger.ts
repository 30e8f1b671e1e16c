import type { BridgeError } from "@treadle/workflow/data-source";
import { keyspace, type WriteKind } from "./writes.ts";

/** How a write ended, as the state machine was told. */
type Ending = "acknowledged" | "unknown" | "refused";

interface Entry {
  readonly kind: WriteKind;
  readonly ending: Ending;
}

/** What the node says beside what was reported. Every number but the first four must be zero. */
export interface Count {
  readonly acknowledged: number;
  readonly unknown: number;
  readonly refused: number;
  /** Of the writes with unknown outcome. */
  readonly unknownButApplied: number;
  readonly acknowledgedButMissing: number;
  readonly appliedTwice: number;
  readonly refusedButApplied: number;
  /** Lightweight transactions whose condition an earlier attempt of their own had made false. */
  readonly metItself: number;
  /** Errors whose name the guide does not have. */
  readonly unnamed: number;
}

export interface RowSource {
  execute(cql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Keeps what was reported of every write, and compares it with the node. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  readonly #errors = new Map<string, number>();
  readonly #documented: ReadonlySet<string>;
  #metItself = 0;
  #unnamed = 0;

  constructor(documented: ReadonlySet<string>) {
    this.#documented = documented;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Every error that an attempt ended in, by name. */
  get errors(): ReadonlyMap<string, number> {
    return this.#errors;
  }

  noteError({ name }: BridgeError): void {
    this.#errors.set(name, (this.#errors.get(name) ?? 0) + 1);
    if (!this.#documented.has(name)) this.#unnamed++;
  }

  close(key: string, kind: WriteKind, ending: Ending): void {
    if (this.#entries.has(key)) throw new Error("A write was closed twice.");
    this.#entries.set(key, { kind, ending });
  }

  /** A condition that no one else could have made false was false. */
  noteMetItself(): void {
    this.#metItself++;
  }

  async count(node: RowSource): Promise<Count> {
    const times = await readTimesApplied(node);
    const having = (ending: Ending, holds: (applied: number) => boolean) =>
      [...this.#entries].filter(([key, entry]) => entry.ending === ending && holds(times.get(key) ?? 0)).length;
    const any = () => true;
    return {
      acknowledged: having("acknowledged", any),
      unknown: having("unknown", any),
      refused: having("refused", any),
      unknownButApplied: having("unknown", (applied) => applied > 0),
      acknowledgedButMissing: having("acknowledged", (applied) => applied === 0),
      appliedTwice: [...this.#entries.keys()].filter((key) => (times.get(key) ?? 0) > 1).length,
      refusedButApplied: having("refused", (applied) => applied > 0),
      metItself: this.#metItself,
      unnamed: this.#unnamed,
    };
  }
}

/** How often each write is in the tables, by its key; a batch is there when both of its rows are. */
async function readTimesApplied(node: RowSource): Promise<ReadonlyMap<string, number>> {
  const times = new Map<string, number>();
  const rows = async (table: string, columns: string) =>
    await node.execute(`SELECT ${columns} FROM ${keyspace}.${table} LIMIT 1000000`);
  for (const table of ["inserts", "claims"]) {
    for (const row of await rows(table, "id")) times.set(String(row.id), 1);
  }
  for (const row of await rows("appends", "id, items")) times.set(String(row.id), (row.items as unknown[]).length);
  for (const row of await rows("counts", "id, n")) times.set(String(row.id), Number(row.n));
  const lines = new Set((await rows("batch_lines", "id")).map((row) => String(row.id)));
  for (const row of await rows("batch_heads", "id")) if (lines.has(String(row.id))) times.set(String(row.id), 1);
  return times;
}
