import { expect, it } from "vitest";
import { listVariableReferences } from "./list-variable-references.js";

it("lists what each state reads, in both languages and at any depth", () => {
  const definition = {
    StartAt: "A",
    States: {
      A: {
        Type: "Pass",
        InputPath: "$order.lines",
        Parameters: { "x.$": "States.Format('{}{}', $z, States.Array($y))", fixed: "$no" },
        Next: "B",
      },
      B: {
        Type: "Choice",
        Choices: [{ And: [{ Variable: "$limit", NumericLessThanPath: "$n" }], Next: "C" }],
        Default: "C",
      },
      C: {
        Type: "Map",
        ItemProcessor: {
          StartAt: "D",
          States: {
            D: { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $sum($t) + $states.input %}", End: true },
          },
        },
        End: true,
      },
    },
  };
  expect(listVariableReferences(definition)).toEqual({ A: ["order", "y", "z"], B: ["limit", "n"], D: ["t"] });
});

it("finds nothing in what cannot be read", () => {
  expect(listVariableReferences("{")).toEqual({});
  expect(
    listVariableReferences({ StartAt: "A", States: { A: { Type: "Pass", Output: "{% ( %}", InputPath: "$[" } } }),
  ).toEqual({});
});
