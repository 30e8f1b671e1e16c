import { describeCases, jsonataState } from "../../../test/validation-cases.js";

const output = (bytes: number) => jsonataState({ Type: "Pass", Output: "x".repeat(bytes - 2) });
const comment = (length: number) => jsonataState({ Type: "Pass", Comment: "c".repeat(length) });
const overhead = JSON.stringify(comment(0)).length;

describeCases([
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
