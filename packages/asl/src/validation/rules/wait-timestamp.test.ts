import { describeCases, jsonataState, pathState } from "../../../test/validation-cases.js";

const wait = (Timestamp: string) => pathState({ Type: "Wait", Timestamp });
const wrong = (title: string, timestamp: string, right: string) => ({
  title,
  refused: wait(timestamp),
  findings: ["invalid-timestamp at /States/X/Timestamp"] as const,
  accepted: wait(right),
});

describeCases([
  wrong("reports a timestamp without a zone", "2030-01-01T00:00:00", "2030-01-01T00:00:00Z"),
  wrong("reports a space for the T", "2030-01-01 00:00:00Z", "2030-01-01T00:00:00+01:00"),
  wrong("reports lower-case letters", "2030-01-01t00:00:00z", "2030-01-01T00:00:00.123Z"),
  wrong("reports a month that does not exist", "2030-13-01T00:00:00Z", "2030-12-01T00:00:00Z"),
  wrong("reports an expression in a JSONPath state", "{% $now() %}", "2030-12-01T00:00:00Z"),
  {
    title: "takes an expression in a JSONata state",
    refused: jsonataState({ Type: "Wait", Timestamp: "tomorrow" }),
    findings: ["invalid-timestamp at /States/X/Timestamp"],
    accepted: jsonataState({ Type: "Wait", Timestamp: "{% $now() %}" }),
  },
]);
