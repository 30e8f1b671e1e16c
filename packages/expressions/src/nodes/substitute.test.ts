import { expect, it } from "vitest";
import { array, binary, block, call, capture, lambda, literal, path, property, scope, variable } from "./create.js";
import { substituteExpression } from "./substitute.js";

it("puts variables and values in place of scope and captures", () => {
  const node = binary("+", property(scope("order"), "total"), capture("LIMIT"));
  const replaced = substituteExpression(node, ({ kind, name }) =>
    kind === "scope" ? variable(`v_${name}`) : literal(2),
  );
  expect(replaced).toEqual(binary("+", property(variable("v_order"), "total"), literal(2)));
});

it("renames locals that would hide a variable of a replacement", () => {
  const node = call(
    "map",
    scope("lines"),
    lambda(
      ["order", "i"],
      block([{ name: "x", value: variable("order") }], array([variable("x"), variable("i"), scope("s")])),
    ),
  );
  const replaced = substituteExpression(node, ({ name }) =>
    name === "s" ? path(variable("order"), "x") : variable("x"),
  );
  expect(replaced).toEqual(
    call(
      "map",
      variable("x"),
      lambda(
        ["order2", "i"],
        block(
          [{ name: "x2", value: variable("order2") }],
          array([variable("x2"), variable("i"), path(variable("order"), "x")]),
        ),
      ),
    ),
  );
});
