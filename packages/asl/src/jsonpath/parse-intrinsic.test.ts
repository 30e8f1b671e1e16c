import { describe, expect, it } from "vitest";
import { parseIntrinsic } from "./parse-intrinsic.js";

describe("parseIntrinsic", () => {
  it("gives the function and every path among the arguments", () => {
    expect(parseIntrinsic("States.Format('{}: {}', $.a['x,y'], States.ArrayGetItem($list[?(@.p > (1))], 0))")).toEqual({
      name: "States.Format",
      paths: ["$.a['x,y']", "$list[?(@.p > (1))]"],
    });
  });

  it.each([
    "States.UUID()",
    "States.UUID( )",
    "States.Array()",
    "States.MathRandom(1, 10)",
    "States.MathRandom(1, 10, 5)",
    "States.ArrayRange(1, 9, 2)",
    "States.JsonMerge($.a, $.b, false)",
    "States.Format('a \\'quoted\\' \\{brace\\} \\\\ back')",
    "States.StringToJson(States.Format('{}', $.a))",
  ])("accepts %s", (text) => {
    expect(parseIntrinsic(text)?.name).toBe(/^States\.\w+/.exec(text)?.[0]);
  });

  it.each([
    "States.UUID",
    "States.UUID() ()",
    "States.UUID(1)",
    "States.Unknown()",
    "States.Format()",
    "States.Format('a\\n')",
    "States.Format('a',)",
    "States.Format(,)",
    "States.Format(a)",
    "States.Format('open)",
    "States.Hash('a', 1)",
    " States.UUID()",
    "states.UUID()",
  ])("refuses %s", (text) => {
    expect(parseIntrinsic(text)).toBeUndefined();
  });
});
