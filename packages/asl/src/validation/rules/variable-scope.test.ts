import { describeCases } from "../../../test/validation-cases.js";

const nested = (outer: string, inner: string, mode?: object) => ({
  QueryLanguage: "JSONata",
  StartAt: "A",
  States: {
    A: { Type: "Pass", Assign: { [outer]: 1 }, Next: "M" },
    M: {
      Type: "Map",
      ItemProcessor: { ...mode, StartAt: "I", States: { I: { Type: "Pass", Assign: { [inner]: 2 }, End: true } } },
      End: true,
    },
  },
});

describeCases([
  {
    title: "reports an inner scope that assigns an outer variable",
    refused: nested("total", "total"),
    findings: ["variable-shadowing at /States/M/ItemProcessor/States/I/Assign/total"],
    accepted: nested("total", "itemTotal"),
  },
  {
    title: "lets children of a distributed Map have names of their own",
    refused: nested("total", "total", { ProcessorConfig: { Mode: "INLINE" } }),
    findings: ["variable-shadowing at /States/M/ItemProcessor/States/I/Assign/total"],
    accepted: nested("total", "total", { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } }),
  },
  {
    title: "reports a branch that assigns what the Parallel itself assigns, and lets two branches share a name",
    refused: {
      QueryLanguage: "JSONata",
      StartAt: "P",
      States: {
        P: {
          Type: "Parallel",
          Branches: [{ StartAt: "I", States: { I: { Type: "Pass", Assign: { a: 1 }, End: true } } }],
          Assign: { a: "{% $states.result %}" },
          End: true,
        },
      },
    },
    findings: ["variable-shadowing at /States/P/Branches/0/States/I/Assign/a"],
    accepted: {
      QueryLanguage: "JSONata",
      StartAt: "P",
      States: {
        P: {
          Type: "Parallel",
          Branches: ["I", "J"].map((name) => ({
            StartAt: name,
            States: { [name]: { Type: "Pass", Assign: { a: 1 }, End: true } },
          })),
          End: true,
        },
      },
    },
  },
]);
