import { describe, expect, it } from "vitest";
import { BridgeError } from "./executor.js";
import { statementOf } from "./statement-of.js";

const statements = new Map([["orderById", 1]]);

describe("statementOf", () => {
  it("gives the statement of the manifest", () => {
    expect(statementOf("shop", statements, "orderById")).toBe(1);
  });

  it("refuses what the manifest does not list, by name", () => {
    expect(() => statementOf("shop", statements, "toString")).toThrow(BridgeError);
    expect(() => statementOf("shop", statements, "toString")).toThrow(
      expect.objectContaining({ name: "Bridge.UnknownStatement" }),
    );
  });
});
