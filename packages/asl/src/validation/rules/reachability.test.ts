import { describeCases, pathState } from "../../../test/validation-cases.js";

const end = { Type: "Pass", End: true };

describeCases([
  {
    title: "reports a state that nothing leads to",
    refused: { StartAt: "A", States: { A: end, Ghost: end } },
    findings: ["unreachable-state at /States/Ghost"],
    accepted: { StartAt: "A", States: { A: { Type: "Pass", Next: "Ghost" }, Ghost: end } },
  },
  {
    title: "reports states that lead only to each other",
    refused: {
      StartAt: "A",
      States: { A: end, B: { Type: "Pass", Next: "C" }, C: { Type: "Pass", Next: "B" } },
    },
    findings: ["unreachable-state at /States/B", "unreachable-state at /States/C"],
    accepted: {
      StartAt: "A",
      States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "C" }, C: end },
    },
  },
  {
    title: "reports a state inside a branch, with its name unescaped in AWS's location",
    refused: pathState({ Type: "Parallel", Branches: [{ StartAt: "W", States: { W: end, "a/b": end } }] }),
    findings: ["unreachable-state at /States/X/Branches[0]/States/a/b"],
    accepted: pathState({ Type: "Parallel", Branches: [{ StartAt: "W", States: { W: end } }] }),
  },
  {
    title: "reports a state inside a Map's processor",
    refused: pathState({ Type: "Map", ItemProcessor: { StartAt: "W", States: { W: end, G: end } } }),
    findings: ["unreachable-state at /States/X/ItemProcessor/States/G"],
    accepted: pathState({ Type: "Map", ItemProcessor: { StartAt: "W", States: { W: end } } }),
  },
]);
