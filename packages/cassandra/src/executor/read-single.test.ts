import type { types } from "cassandra-driver";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import type { ResultKind } from "../contract/manifest.js";
import { compileStatements } from "./compiled-statement.js";
import { readSingle } from "./read-single.js";

const int = { code: 9 };

/** Pages of rows `{ n }`, as the driver gives them: each but the last with the state of the page after it. */
function pagesOf(...sizes: readonly number[]): types.ResultSet[] {
  return sizes.map((size, at) => ({
    rows: Array.from({ length: size }, (_, n) => ({ n })),
    columns: [{ name: "n", type: int }],
    ...(at < sizes.length - 1 && { pageState: String(at + 1) }),
  })) as unknown as types.ResultSet[];
}

async function read(result: ResultKind, ...sizes: readonly number[]) {
  const pages = pagesOf(...sizes);
  const manifest = sampleManifest("shop");
  const statement = { text: "SELECT n FROM t", params: {}, columns: [{ name: "n", type: "int" }], result };
  const compiled = compileStatements({ ...manifest, statements: { s: { ...statement, idempotent: true } } }).get("s")!;
  const asked: string[] = [];
  const row = await readSingle(compiled, pages[0]!, async (state) => {
    asked.push(state);
    return pages[Number(state)]!;
  });
  return { row, asked };
}

describe("readSingle", () => {
  it("passes over pages that are empty while more follow", async () => {
    expect(await read("one", 0, 0, 1)).toEqual({ row: { n: 0 }, asked: ["1", "2"] });
    expect(await read("exactlyOne", 0, 1, 0)).toEqual({ row: { n: 0 }, asked: ["1", "2"] });
  });

  it("asks for no further page once it has what it needs", async () => {
    expect((await read("one", 1, 1)).asked).toEqual([]);
    expect((await read("one", 0)).row).toBeNull();
  });

  it("finds the second row on a later page", async () => {
    await expect(read("exactlyOne", 1, 0, 1)).rejects.toMatchObject({
      name: "Cassandra.NotExactlyOne",
      details: { rows: "several", outcome: "permanent" },
    });
  });

  it("fails where there is no row", async () => {
    await expect(read("exactlyOne", 0, 0)).rejects.toMatchObject({
      name: "Cassandra.NotExactlyOne",
      details: { rows: "none" },
    });
  });
});
