import type { BridgeError } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { type BoundValue, compileStatements } from "./compiled-statement.js";
import { continuationsOf } from "./continuation.js";

const statements = compileStatements(sampleManifest("shop"));
const linesOf = statements.get("linesOf")!;
const order = (id: string): BoundValue[] => [Buffer.from(id), Buffer.from([0, 0, 0, 1])];
const key = "a key that instances share";
const pageState = "00ff10";

function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return `${(error as BridgeError).name} ${(error as BridgeError).details.path}`;
  }
  return "none";
}

describe("continuationsOf", () => {
  it.each([undefined, key])("opens what it sealed, with the key %s", (each) => {
    const { seal, open } = continuationsOf(linesOf, order("a"), each);
    expect(open(seal(pageState))).toBe(pageState);
    expect(open(undefined)).toBeUndefined();
    expect(open(null)).toBeUndefined();
  });

  it.each<[string, ReturnType<typeof continuationsOf>]>([
    ["another statement", continuationsOf(statements.get("orderById")!, order("a"), key)],
    ["a changed text", continuationsOf({ ...linesOf, text: `${linesOf.text} ` }, order("a"), key)],
    ["other parameters", continuationsOf(linesOf, order("b"), key)],
    ["parameters that run together", continuationsOf(linesOf, [Buffer.from("a\0\0\0\u0001"), Buffer.of()], key)],
    ["an absent parameter", continuationsOf(linesOf, [Buffer.from("a"), null], key)],
    ["another key", continuationsOf(linesOf, order("a"), "another key that instances share")],
    ["no key", continuationsOf(linesOf, order("a"), undefined)],
  ])("refuses a continuation of %s", (_, other) => {
    const { open } = continuationsOf(linesOf, order("a"), key);
    expect(refusal(() => open(other.seal(pageState)))).toBe("Cassandra.InvalidParameter continuation");
  });

  it.each<[string, string | number]>([
    ["a changed text", "A".repeat(40)],
    ["a short text", "AAAA"],
    ["a number", 7],
  ])("refuses %s", (_, given) => {
    const { open } = continuationsOf(linesOf, order("a"), key);
    expect(refusal(() => open(given))).toBe("Cassandra.InvalidParameter continuation");
  });
});
