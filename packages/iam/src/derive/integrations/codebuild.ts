import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";

/**
 * The names of the rules are AWS's own; here they say `Event`, not `Events`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-codebuild.html
 */
export const codebuild: Integration = {
  service: "codebuild",
  actions: {
    startBuild: build("StartBuild", ["StopBuild", "BatchGetBuilds"], "StepFunctionsGetEventForCodeBuildStartBuildRule"),
    startBuildBatch: build(
      "StartBuildBatch",
      ["StopBuildBatch", "BatchGetBuildBatches"],
      "StepFunctionsGetEventForCodeBuildStartBuildBatchRule",
    ),
    retryBuildBatch: {
      patterns: ["sync"],
      derive: (call) => {
        const waiting = call.pattern === "sync";
        for (const action of ["RetryBuildBatch", ...(waiting ? ["StopBuildBatch", "BatchGetBuildBatches"] : [])])
          allowAny(call, action);
        if (waiting) allowManagedRule(call, "StepFunctionsGetEventForCodeBuildStartBuildBatchRule");
      },
    },
    stopBuildBatch: { derive: (call) => allowAny(call, "StopBuildBatch") },
    deleteBuildBatch: { derive: (call) => allowAny(call, "DeleteBuildBatch") },
    stopBuild: { derive: (call) => allowAny(call, "StopBuild") },
    batchDeleteBuilds: { derive: (call) => allowAny(call, "BatchDeleteBuilds") },
    batchGetReports: {
      derive: (call) => {
        const reports = call.toResources("ReportArns", call.itemTexts("ReportArns"), {
          widened: arnOf(call.machine, "codebuild", "report-group/*"),
        });
        call.allow(["codebuild:BatchGetReports"], reports, "Reads the reports.");
      },
    },
  },
};

function build(start: string, whileWaiting: readonly string[], rule: string): IntegrationAction {
  return {
    patterns: ["sync"],
    derive: (call) => {
      const projects = call.resources("ProjectName", {
        fromName: (name) => arnOf(call.machine, "codebuild", `project/${name}`),
        widened: arnOf(call.machine, "codebuild", "project/*"),
      });
      call.allow([`codebuild:${start}`], projects, "Starts the build.");
      if (call.pattern !== "sync") return;
      call.allow(
        whileWaiting.map((action) => `codebuild:${action}`),
        projects,
        "Polls the build it waits for, and stops it when it is stopped itself.",
      );
      allowManagedRule(call, rule);
    },
  };
}

/** Builds are authorised by their project, which the build's id begins with: `project:uuid`. */
function allowAny(call: TaskCall, action: string): void {
  const argument = call.has("Id") ? "Id" : "Ids";
  const texts = argument === "Id" ? call.texts("Id") : call.itemTexts("Ids");
  const projects = call.toResources(argument, texts, {
    fromName: (id) => arnOf(call.machine, "codebuild", `project/${id.split(":")[0]}`),
    widened: arnOf(call.machine, "codebuild", "project/*"),
  });
  call.allow([`codebuild:${action}`], projects, "Works on builds of the project.");
}
