import { expect, it } from "vitest";
import { describeCases, jsonataState, pathState } from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const map = (processor: object) => ({
  QueryLanguage: "JSONata",
  StartAt: "A",
  States: {
    A: { Type: "Pass", Assign: { rate: 2 }, Next: "M" },
    M: { Type: "Map", ItemProcessor: processor, End: true },
  },
});
const readsRate = { StartAt: "I", States: { I: { Type: "Pass", Output: "{% $rate %}", End: true } } };

describeCases([
  {
    title: "warns of a variable that nothing assigns",
    refused: jsonataState({ Type: "Pass", Output: "{% $total + 1 %}" }),
    findings: ["undefined-variable at /States/X/Output"],
    accepted: jsonataState({ Type: "Pass", Output: "{% ($total := 1; $total + 1) %}" }),
  },
  {
    title: "knows functions, parameters and positions for no variables",
    refused: jsonataState({ Type: "Pass", Output: "{% $cuont([1]) %}" }),
    findings: ["undefined-variable at /States/X/Output"],
    accepted: jsonataState({
      Type: "Pass",
      Output: "{% $map($states.input.a#$i, function($v) { $v & $i & $uuid() & $hash('a', 'MD5') & $count([1]) }) %}",
    }),
  },
  {
    title: "warns of an outer variable in a distributed Map, and takes it in an inline one",
    refused: map({ ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" }, ...readsRate }),
    findings: ["undefined-variable at /States/M/ItemProcessor/States/I/Output"],
    accepted: map(readsRate),
  },
  {
    title: "warns of a variable that stays inside a branch",
    refused: {
      QueryLanguage: "JSONata",
      StartAt: "P",
      States: {
        P: {
          Type: "Parallel",
          Branches: [{ StartAt: "B", States: { B: { Type: "Pass", Assign: { inner: 1 }, End: true } } }],
          Next: "Z",
        },
        Z: { Type: "Pass", Output: "{% $inner %}", End: true },
      },
    },
    findings: ["undefined-variable at /States/Z/Output"],
    accepted: {
      QueryLanguage: "JSONata",
      StartAt: "P",
      States: {
        P: {
          Type: "Parallel",
          Branches: [{ StartAt: "B", States: { B: { Type: "Pass", End: true } } }],
          Assign: { outer: "{% $states.result[0] %}" },
          Next: "Z",
        },
        Z: { Type: "Pass", Output: "{% $outer %}", End: true },
      },
    },
  },
  {
    title: "reads variables of JSONPath, in paths and in calls",
    refused: pathState({ Type: "Pass", InputPath: "$order.id", Parameters: { "a.$": "States.Array($list, 1)" } }),
    findings: ["undefined-variable at /States/X/InputPath", "undefined-variable at /States/X/Parameters/a.$"],
    accepted: {
      StartAt: "A",
      States: {
        A: { Type: "Pass", Assign: { "order.$": "$", list: [] }, Next: "X" },
        X: { Type: "Pass", InputPath: "$order.id", Parameters: { "a.$": "States.Array($list, 1)" }, End: true },
      },
    },
  },
]);

const reads = (name: string) => ({ Type: "Pass", Output: `{% $${name} %}` });
const machine = (states: object) => ({ QueryLanguage: "JSONata", StartAt: "A", States: states });

describeCases([
  {
    title: "reports a variable that is assigned only after it is read",
    refused: machine({ A: { ...reads("x"), Next: "B" }, B: { Type: "Pass", Assign: { x: 1 }, End: true } }),
    findings: ["undefined-variable at /States/A/Output"],
    accepted: machine({ A: { Type: "Pass", Assign: { x: 1 }, Next: "B" }, B: { ...reads("x"), End: true } }),
  },
  {
    title: "reports a variable that the state itself assigns, unless a loop comes back to it",
    refused: machine({ A: { ...reads("x"), Assign: { x: 1 }, Next: "B" }, B: { Type: "Succeed" } }),
    findings: ["undefined-variable at /States/A/Output"],
    accepted: machine({
      A: { ...reads("x"), Assign: { x: 1 }, Next: "B" },
      B: { Type: "Choice", Choices: [{ Condition: "{% $x = 1 %}", Next: "C" }], Default: "A" },
      C: { Type: "Succeed" },
    }),
  },
  {
    title: "reports what the state assigns on the way of a rule or a catcher, which assign what they say themselves",
    refused: machine({
      A: {
        Type: "Choice",
        Choices: [{ Condition: true, Next: "B" }],
        Default: "D",
        Assign: { x: 1 },
      },
      B: {
        Type: "Parallel",
        Branches: [{ StartAt: "Item", States: { Item: { ...reads("x"), End: true } } }],
        Assign: { y: 1 },
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "C" }],
        Next: "D",
      },
      C: { ...reads("y"), Next: "D" },
      D: { ...reads("x"), End: true },
    }),
    findings: [
      "undefined-variable at /States/C/Output",
      "undefined-variable at /States/B/Branches[0]/States/Item/Output",
    ],
    accepted: machine({
      A: {
        Type: "Choice",
        Choices: [{ Condition: true, Assign: { x: 2 }, Next: "B" }],
        Default: "D",
        Assign: { x: 1 },
      },
      B: {
        Type: "Parallel",
        Branches: [{ StartAt: "Item", States: { Item: { ...reads("x"), End: true } } }],
        Assign: { y: 1 },
        Catch: [{ ErrorEquals: ["States.ALL"], Assign: { y: 2 }, Next: "C" }],
        Next: "D",
      },
      C: { ...reads("y"), Next: "D" },
      D: { ...reads("x"), End: true },
    }),
  },
]);

it("names the nearest variable or function", () => {
  const help = (output: string) =>
    validateDefinition(
      machine({ A: { Type: "Pass", Assign: { total: 1 }, Next: "B" }, B: { Type: "Pass", Output: output, End: true } }),
    ).map((finding) => finding.help);
  expect(help("{% $totl %}")).toEqual(['Did you mean "total"?']);
  expect(help("{% $cuont($states.input) %}")).toEqual(['Did you mean "count"?']);
});
