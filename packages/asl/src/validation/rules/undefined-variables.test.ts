import { describeCases, jsonataState, pathState } from "../../../test/validation-cases.js";

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
