import { describeCases, pathTask } from "../../../test/validation-cases.js";

const retry = (...names: string[][]) => pathTask({ Retry: names.map((ErrorEquals) => ({ ErrorEquals })) });
const caught = (...names: string[][]) => pathTask({ Catch: names.map((ErrorEquals) => ({ ErrorEquals, Next: "X" })) });

describeCases([
  {
    title: "reports States.ALL beside other names",
    refused: retry(["Busy", "States.ALL"]),
    findings: ["states-all-not-last at /States/X/Retry[0]/ErrorEquals"],
    accepted: retry(["Busy"], ["States.ALL"]),
  },
  {
    title: "reports States.ALL before other retriers",
    refused: retry(["States.ALL"], ["Busy"]),
    findings: ["states-all-not-last at /States/X/Retry[0]/ErrorEquals"],
    accepted: retry(["States.ALL"]),
  },
  {
    title: "reports States.ALL before other catchers",
    refused: caught(["States.ALL"], ["Busy"]),
    findings: ["states-all-not-last at /States/X/Catch[0]/ErrorEquals"],
    accepted: caught(["Busy"], ["States.ALL"]),
  },
  {
    title: "warns of a name that looks like one of Step Functions and is none",
    refused: caught(["State.ALL"], ["States.Timeot"]),
    findings: [
      "unknown-states-error at /States/X/Catch/0/ErrorEquals/0",
      "unknown-states-error at /States/X/Catch/1/ErrorEquals/0",
    ],
    accepted: caught(["States.Timeout", "States.Http.StatusCode.503"], ["Stately.Busy"]),
  },
]);
