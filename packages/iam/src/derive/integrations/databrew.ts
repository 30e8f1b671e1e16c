import { arnOf } from "../machine.js";
import type { Integration } from "./integration.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-databrew.html */
export const databrew: Integration = {
  service: "databrew",
  actions: {
    startJobRun: {
      patterns: ["sync"],
      derive: (call) => {
        const jobs = call.resources("Name", {
          fromName: (name) => arnOf(call.machine, "databrew", `job/${name}`),
          widened: arnOf(call.machine, "databrew", "job/*"),
        });
        call.allow(["databrew:StartJobRun"], jobs, "Starts the job.");
        if (call.pattern !== "sync") return;
        call.allow(
          ["databrew:ListJobRuns", "databrew:StopJobRun"],
          jobs,
          "Polls the run it waits for, and stops it when it is stopped itself.",
        );
      },
    },
  },
};
