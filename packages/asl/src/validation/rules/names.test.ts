import { describeCases } from "../../../test/validation-cases.js";

const end = { Type: "Pass", End: true };
const parallel = (first: string, second: string) => ({
  StartAt: "P",
  States: {
    P: {
      Type: "Parallel",
      Branches: [
        { StartAt: first, States: { [first]: end } },
        { StartAt: second, States: { [second]: end } },
      ],
      End: true,
    },
  },
});
const named = (name: string) => ({ StartAt: name, States: { [name]: end } });

describeCases([
  {
    title: "reports a name that occurs in two branches",
    refused: parallel("Load", "Load"),
    findings: ["duplicate-state-name at /States/P/Branches[1]/States/Load"],
    accepted: parallel("Load", "Save"),
  },
  {
    title: "reports a branch's state with the name of the state around it",
    refused: parallel("P", "Save"),
    findings: ["duplicate-state-name at /States/P/Branches[0]/States/P"],
    accepted: parallel("Q", "Save"),
  },
  {
    title: "reports a name of 81 characters",
    refused: named("n".repeat(81)),
    findings: [`state-name-too-long at /States/${"n".repeat(81)}`],
    accepted: named("n".repeat(80)),
  },
  {
    title: "counts characters, not UTF-16 units",
    refused: named("🚚".repeat(81)),
    findings: [`state-name-too-long at /States/${"🚚".repeat(81)}`],
    accepted: named("🚚".repeat(80)),
  },
]);
