import { describeCases, jsonataState, jsonataTask } from "../../../test/validation-cases.js";

const output = (bytes: number) => jsonataState({ Type: "Pass", Output: "x".repeat(bytes - 2) });
const comment = (length: number) => jsonataState({ Type: "Pass", Comment: "c".repeat(length) });
const overhead = JSON.stringify(comment(0)).length;

const large = "x".repeat(262_145);
const choice = (Output: string) => ({
  QueryLanguage: "JSONata",
  StartAt: "C",
  States: { C: { Type: "Choice", Choices: [{ Condition: true, Output, Next: "S" }] }, S: { Type: "Succeed" } },
});

describeCases([
  {
    title: "looks into rules",
    refused: choice(large),
    findings: ["payload-too-large at /States/C/Choices/0/Output"],
    accepted: choice("x"),
  },
  {
    title: "looks into catchers",
    refused: jsonataTask({ Catch: [{ ErrorEquals: ["A"], Assign: { a: large }, Next: "X" }] }),
    findings: ["payload-too-large at /States/X/Catch/0/Assign"],
    accepted: jsonataTask({ Catch: [{ ErrorEquals: ["A"], Assign: { a: "x" }, Next: "X" }] }),
  },
  {
    title: "warns of a constant larger than what a state may pass on",
    refused: output(262_145),
    findings: ["payload-too-large at /States/X/Output"],
    accepted: output(262_144),
  },
  {
    title: "measures UTF-8, not characters",
    refused: jsonataState({ Type: "Pass", Assign: { a: "é".repeat(131_072) } }),
    findings: ["payload-too-large at /States/X/Assign"],
    accepted: jsonataState({ Type: "Pass", Assign: { a: "e".repeat(131_072) } }),
  },
  {
    title: "reports a definition of more than a mebibyte of characters",
    refused: comment(1_048_577 - overhead),
    findings: ["definition-too-large at "],
    accepted: comment(1_048_576 - overhead),
  },
]);
