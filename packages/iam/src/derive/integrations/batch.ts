import { anyResource, resource } from "../../policy/grant.js";
import { arnOf, substitute } from "../machine.js";
import type { Integration } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html */
export const batch: Integration = {
  service: "batch",
  actions: {
    submitJob: {
      patterns: ["sync", "waitForTaskToken"],
      derive: (call) => {
        const definitions = call.resources("JobDefinition", {
          fromName: (name) => arnOf(call.machine, "batch", `job-definition/${name}`),
          widened: arnOf(call.machine, "batch", "job-definition/*"),
        });
        const queues = call.resources("JobQueue", {
          fromName: (name) => arnOf(call.machine, "batch", `job-queue/${name}`),
          widened: arnOf(call.machine, "batch", "job-queue/*"),
        });
        // Batch authorises a definition without its revision as the definition with any revision.
        const revisions = definitions.flatMap((definition) =>
          /\*$|job-definition\/[^/:]+:\d+$/.test(substitute(call.machine, definition.arn))
            ? [definition]
            : [definition, resource(`${definition.arn}:*`, "every-version")],
        );
        call.allow(["batch:SubmitJob"], [...revisions, ...queues], "Submits the job.");
        if (call.pattern !== "sync") return;
        call.allow(
          ["batch:DescribeJobs", "batch:TerminateJob"],
          [anyResource("service-requires")],
          "Polls the job it waits for, and ends it when it is stopped itself.",
        );
        allowManagedRule(call, "StepFunctionsGetEventsForBatchJobsRule");
      },
    },
  },
};
