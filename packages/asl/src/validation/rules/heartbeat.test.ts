import { describeCases, jsonataTask, pathTask } from "../../../test/validation-cases.js";

describeCases([
  {
    title: "reports a heartbeat as long as the timeout",
    refused: pathTask({ TimeoutSeconds: 60, HeartbeatSeconds: 60 }),
    findings: ["heartbeat-not-below-timeout at /States/X/HeartbeatSeconds"],
    accepted: pathTask({ TimeoutSeconds: 60, HeartbeatSeconds: 59 }),
  },
  {
    title: "does not judge a heartbeat that an expression gives",
    refused: jsonataTask({ TimeoutSeconds: 10, HeartbeatSeconds: 20 }),
    findings: ["heartbeat-not-below-timeout at /States/X/HeartbeatSeconds"],
    accepted: jsonataTask({ TimeoutSeconds: 10, HeartbeatSeconds: "{% $states.input.seconds %}" }),
  },
]);
