import { describeCases, jsonataState, pathState, pathTask } from "../../../test/validation-cases.js";

const assign = (name: string) => jsonataState({ Type: "Pass", Assign: { [name]: 1 } });
const invalid = (title: string, wrong: string, right: string) => ({
  title,
  refused: assign(wrong),
  findings: [`invalid-variable-name at /States/X/Assign/${wrong}`] as const,
  accepted: assign(right),
});

describeCases([
  invalid("reports a dash", "top-level", "topLevel"),
  invalid("reports a leading digit", "1st", "first1"),
  invalid("reports a leading underscore", "_a", "a_"),
  invalid("reports a part of a variable", "order.id", "order"),
  invalid("reports an empty name", "", "a"),
  invalid("reports 81 characters", "v".repeat(81), "v".repeat(80)),
  invalid("reports .$ in JSONata, and takes letters of any script", "a.$", "größe"),
  {
    title: "reports the name that Step Functions keeps",
    refused: assign("states"),
    findings: ["reserved-variable-name at /States/X/Assign/states"],
    accepted: assign("States"),
  },
  {
    title: "drops .$ of JSONPath before it looks",
    refused: pathState({ Type: "Pass", Assign: { "states.$": "$" } }),
    findings: ["reserved-variable-name at /States/X/Assign/states.$"],
    accepted: pathState({ Type: "Pass", Assign: { "order.$": "$" } }),
  },
  {
    title: "looks into catchers",
    refused: pathTask({ Catch: [{ ErrorEquals: ["A"], Assign: { "my error": 1 }, Next: "X" }] }),
    findings: ["invalid-variable-name at /States/X/Catch[0]/Assign/my error"],
    accepted: pathTask({ Catch: [{ ErrorEquals: ["A"], Assign: { myError: 1 }, Next: "X" }] }),
  },
]);
