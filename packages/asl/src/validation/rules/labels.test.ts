import { describeCases, distributedMap, distributedProcessor } from "../../../test/validation-cases.js";

const labelled = (Label: string) => distributedMap({ Label });
const invalid = (title: string, wrong: string, right: string) => ({
  title,
  refused: labelled(wrong),
  findings: ["invalid-label at /States/X/Label"] as const,
  accepted: labelled(right),
});
const two = (second: string) => ({
  StartAt: "M",
  States: {
    M: { Type: "Map", Label: "jobs", ItemProcessor: distributedProcessor, Next: "N" },
    N: {
      Type: "Map",
      Label: second,
      ItemProcessor: { ...distributedProcessor, StartAt: "Other", States: { Other: { Type: "Succeed" } } },
      End: true,
    },
  },
});

describeCases([
  invalid("reports an empty label", "", "a"),
  invalid("reports a label of 41 characters", "l".repeat(41), "l".repeat(40)),
  invalid("reports white space", "my jobs", "my-jobs"),
  invalid("reports a colon", "jobs:1", "jobs_1"),
  {
    title: "reports the label of another Map",
    refused: two("jobs"),
    findings: ["duplicate-label at /States/N/Label"],
    accepted: two("more-jobs"),
  },
]);
