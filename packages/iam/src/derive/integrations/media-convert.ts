import { resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { Integration } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";
import { allowPassRole } from "./pass-role.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-mediaconvert.html */
export const mediaConvert: Integration = {
  service: "mediaconvert",
  actions: {
    createJob: {
      patterns: ["sync"],
      derive: (call) => {
        const queues = call.optionalResources("Queue", {
          fromName: (name) => arnOf(call.machine, "mediaconvert", `queues/${name}`),
          widened: arnOf(call.machine, "mediaconvert", "queues/*"),
        });
        const templates = call.optionalResources("JobTemplate", {
          fromName: (name) => arnOf(call.machine, "mediaconvert", `jobTemplates/${name}`),
          widened: arnOf(call.machine, "mediaconvert", "jobTemplates/*"),
        });
        const queue = queues.length > 0 ? queues : [resource(arnOf(call.machine, "mediaconvert", "queues/Default"))];
        call.allow(["mediaconvert:CreateJob"], [...queue, ...templates], "Creates the job.");
        allowPassRole(call, "Role", "mediaconvert.amazonaws.com", "required");
        if (call.pattern !== "sync") return;
        call.allow(
          ["mediaconvert:CancelJob", "mediaconvert:GetJob"],
          [resource(arnOf(call.machine, "mediaconvert", "jobs/*"), "created-by-call")],
          "Polls the job it waits for, and cancels it when it is stopped itself.",
        );
        allowManagedRule(call, "StepFunctionsGetEventsForMediaConvertJobRule");
      },
    },
  },
};
