import { describe, expect, it } from "vitest";
import { isStepName, stateName, variableName } from "./names.js";

describe("stateName", () => {
  it("is the path, and is shortened with a hash past 80 characters", () => {
    expect(stateName("", "order")).toBe("order");
    expect(stateName("payment.card", "charge")).toBe("payment.card.charge");
    const long = stateName("a".repeat(60), "b".repeat(30));
    expect(long).toHaveLength(80);
    expect(long).toMatch(/^a{60}\.b{10}\.[0-9a-f]{8}$/);
    expect(stateName("a".repeat(60), `${"b".repeat(29)}c`)).not.toBe(long);
  });
});

describe("variableName", () => {
  it("gives different paths different variables", () => {
    expect(variableName("payment.charge")).toBe("payment_charge");
    expect(variableName("payment_charge")).toBe("payment__charge");
    expect(variableName("a.b_c")).not.toBe(variableName("a_b.c"));
  });

  it("writes what cannot stand in a variable by its code", () => {
    expect(variableName("pay.credit-card")).toBe("pay_credit_x2d_card");
    expect(variableName("a_.b")).not.toBe(variableName("a._b"));
  });

  it("never hides a function of JSONata or $states", () => {
    expect(variableName("count")).toBe("count_");
    expect(variableName("count_")).toBe("count_x5f_");
    expect(variableName("states")).toBe("states_");
    expect(variableName("parse")).toBe("parse_");
    expect(variableName("order.count")).toBe("order_count");
  });

  it("takes no name that objects of the engine have, and begins with a letter", () => {
    expect(variableName("toString")).toBe("toString_");
    expect(variableName("constructor")).toBe("constructor_");
    expect(variableName("_order")).toBe("x_x5f_order_");
    expect(variableName("__proto__")).toMatch(/^x\w*_$/);
  });

  it("is at most 80 characters", () => {
    expect(variableName("a".repeat(200))).toHaveLength(80);
  });
});

describe("isStepName", () => {
  it("takes identifiers of ASCII letters, digits and underscores", () => {
    expect(["order", "_x", "a1"].every(isStepName)).toBe(true);
    expect(["", "1a", "load-order", "a.b", "größe"].some(isStepName)).toBe(false);
  });
});
