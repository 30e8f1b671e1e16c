import { arnOf } from "../machine.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-glue.html */
export const glue: Integration = {
  service: "glue",
  actions: {
    startJobRun: {
      patterns: ["sync"],
      derive: (call) => {
        const jobs = call.resources("JobName", {
          fromName: (name) => arnOf(call.machine, "glue", `job/${name}`),
          widened: arnOf(call.machine, "glue", "job/*"),
        });
        call.allow(["glue:StartJobRun"], jobs, "Starts the job.");
        if (call.pattern !== "sync") return;
        call.allow(
          ["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"],
          jobs,
          "Polls the run it waits for, and stops it when it is stopped itself.",
        );
      },
    },
  },
};
