import { describeCases, doneProcessor, jsonataState } from "../../../test/validation-cases.js";

const map = (count: number) => ({
  Type: "Map",
  Items: Array.from({ length: count }, () => 0),
  ItemProcessor: doneProcessor,
  End: true,
});
const children = (ExecutionType: string) =>
  jsonataState({
    Type: "Map",
    ItemProcessor: {
      ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType },
      StartAt: "Each",
      States: { Each: map(6249) },
    },
  });

describeCases([
  {
    title: "reports more iterations of an inline Map than a history holds",
    refused: jsonataState(map(6249)),
    findings: ["history-above-quota at /States"],
    accepted: jsonataState(map(6248)),
  },
  {
    title: "looks at the children of a distributed Map by themselves, Express ones aside",
    refused: children("STANDARD"),
    findings: ["history-above-quota at /States/X/ItemProcessor/States"],
    accepted: children("EXPRESS"),
  },
]);
