import { errors, types } from "cassandra-driver";
import { describe, expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { compileStatements } from "./compiled-statement.js";
import { toBridgeError } from "./to-bridge-error.js";

const statements = compileStatements(sampleManifest("shop"));
const placeOrder = statements.get("placeOrder")!;
const countView = statements.get("countView")!;
const trace = { execution: "e", state: "s", attempt: 3 };

const writeTimeout = Object.assign(new errors.ResponseError(types.responseErrorCodes.writeTimeout, "value of a user"), {
  consistencies: types.consistencies.localQuorum,
  received: 1,
  blockFor: 2,
  writeType: "SIMPLE",
  coordinator: "10.0.0.1:9042",
  query: "UPDATE …",
});

describe("toBridgeError", () => {
  it("keeps the name for an idempotent statement and tells the numbers, not the text", () => {
    const error = toBridgeError(writeTimeout, placeOrder, "executing", trace);
    expect(error.name).toBe("Cassandra.WriteTimeout");
    expect(JSON.parse(error.message)).toEqual({
      message: "Too few replicas acknowledged the write in time.",
      outcome: "unknown",
      statement: "placeOrder",
      attempt: 3,
      driverCode: 0x1100,
      coordinator: "10.0.0.1:9042",
      consistency: "localQuorum",
      received: 1,
      blockFor: 2,
      writeType: "SIMPLE",
    });
  });

  it("calls every unknown outcome of another statement by one name", () => {
    const error = toBridgeError(writeTimeout, countView, "executing", trace);
    expect(error.name).toBe("Cassandra.OutcomeUnknown");
    expect(error.details).toMatchObject({ outcome: "unknown", reason: "Cassandra.WriteTimeout" });
  });

  it.each(["connecting", "preparing"] as const)(
    "knows that nothing was applied while %s, and gives a name that is repeated",
    (stage) => {
      const timedOut = new errors.OperationTimedOutError("no answer", "10.0.0.1:9042");
      const error = toBridgeError(timedOut, countView, stage, trace);
      expect(error.name).toBe("Cassandra.ConnectionFailed");
      expect(error.details).toMatchObject({
        outcome: "not-applied",
        reason: "Cassandra.ClientTimeout",
        coordinator: "10.0.0.1:9042",
      });
    },
  );

  it("takes a refused PREPARE for a changed schema, with the server's words", () => {
    const invalid = new errors.ResponseError(types.responseErrorCodes.invalid, "Undefined column name total");
    const error = toBridgeError(invalid, placeOrder, "preparing", trace);
    expect(error.name).toBe("Cassandra.SchemaDrift");
    expect(error.details.message).toContain("Undefined column name total");
    expect(toBridgeError(invalid, placeOrder, "executing", trace).name).toBe("Cassandra.InvalidQuery");
  });

  it("says which permission is missing", () => {
    const text = "User reader has no MODIFY permission on <table shop.views>";
    const error = toBridgeError(
      new errors.ResponseError(types.responseErrorCodes.unauthorized, text),
      countView,
      "executing",
    );
    expect(error.details.serverMessage).toBe(text);
  });
});
