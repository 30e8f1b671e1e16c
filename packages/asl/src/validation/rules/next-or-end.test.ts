import { describeCases } from "../../../test/validation-cases.js";

const done = { Type: "Succeed" };

describeCases([
  {
    title: "reports a state with both Next and End",
    refused: { StartAt: "A", States: { A: { Type: "Pass", Next: "B", End: true }, B: done } },
    findings: ["next-or-end at /States/A"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: done } },
  },
  {
    title: "reports a state with neither",
    refused: {
      StartAt: "C",
      States: {
        C: { Type: "Choice", Choices: [{ Variable: "$.a", IsNull: true, Next: "A" }], Default: "B" },
        A: { Type: "Pass" },
        B: done,
      },
    },
    findings: ["next-or-end at /States/A"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", End: true } } },
  },
  {
    title: "takes End: false for no End",
    refused: { StartAt: "A", States: { A: { Type: "Wait", Seconds: 1, Next: "B" }, B: { Type: "Pass", End: false } } },
    findings: ["next-or-end at /States/B", "missing-end-state at /States"],
    accepted: { StartAt: "A", States: { A: { Type: "Wait", Seconds: 1, Next: "B", End: false }, B: done } },
  },
]);
