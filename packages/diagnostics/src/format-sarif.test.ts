import { expect, it } from "vitest";
import { formatSarif } from "./format-sarif.js";

it("writes each diagnostic with its rule, level, text and places", () => {
  const text = formatSarif([
    {
      code: "asl/missing-field",
      severity: "error",
      message: "These fields are required: [StartAt]",
      location: { file: "flows/ship order.asl.json", line: 3, column: 5, length: 7 },
      pointer: "/States/A",
      help: "Add it.",
      related: [{ message: "the other one", location: { file: "b.ts", line: 1, column: 1 } }],
    },
    { code: "asl/jsonata-eval", severity: "warning", message: "No $eval." },
  ]);
  expect(JSON.parse(text)).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "treadle", rules: [{ id: "asl/jsonata-eval" }, { id: "asl/missing-field" }] } },
        columnKind: "utf16CodeUnits",
        results: [
          {
            ruleId: "asl/missing-field",
            ruleIndex: 1,
            level: "error",
            message: { text: "These fields are required: [StartAt]\nAdd it." },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "flows/ship%20order.asl.json" },
                  region: { startLine: 3, startColumn: 5, endColumn: 12 },
                },
                logicalLocations: [{ fullyQualifiedName: "/States/A", kind: "member" }],
              },
            ],
            relatedLocations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "b.ts" },
                  region: { startLine: 1, startColumn: 1, endColumn: 2 },
                },
                message: { text: "the other one" },
              },
            ],
          },
          { ruleId: "asl/jsonata-eval", ruleIndex: 0, level: "warning", message: { text: "No $eval." } },
        ],
      },
    ],
  });
});
