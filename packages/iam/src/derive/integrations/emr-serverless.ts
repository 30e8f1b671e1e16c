import { anyResource, type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";
import { allowPassRole } from "./pass-role.js";

const applicationRule = "StepFunctionsGetEventsForEMRServerlessApplicationRule";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-emr-serverless.html */
export const emrServerless: Integration = {
  service: "emr-serverless",
  actions: {
    createApplication: {
      patterns: ["sync"],
      derive: (call) => {
        call.allow(["emr-serverless:CreateApplication"], [anyResource("no-resource-type")], "Creates the application.");
        allowServiceRole(call);
        if (call.pattern !== "sync") return;
        const created = [resource(arnOf(call.machine, "emr-serverless", "/applications/*"), "created-by-call")];
        call.allow(
          ["emr-serverless:DeleteApplication", "emr-serverless:GetApplication"],
          created,
          "Polls the application it waits for, and deletes it when it is stopped itself.",
        );
        allowManagedRule(call, applicationRule);
      },
    },
    startApplication: onApplication("StartApplication", ["GetApplication", "StopApplication"]),
    stopApplication: onApplication("StopApplication", ["GetApplication"]),
    deleteApplication: onApplication("DeleteApplication", ["GetApplication"]),
    startJobRun: {
      patterns: ["sync"],
      derive: (call) => {
        call.allow(["emr-serverless:StartJobRun"], applications(call), "Starts the job.");
        allowPassRole(call, "ExecutionRoleArn", "emr-serverless.amazonaws.com", "required");
        if (call.pattern !== "sync") return;
        call.allow(
          ["emr-serverless:CancelJobRun", "emr-serverless:GetJobRun"],
          applications(call).map(({ arn, wildcard }) => resource(`${arn}/jobruns/*`, wildcard ?? "every-execution")),
          "Polls the job it waits for, and cancels it when it is stopped itself.",
        );
        allowManagedRule(call, "StepFunctionsGetEventsForEMRServerlessJobRule");
      },
    },
    cancelJobRun: {
      patterns: ["sync"],
      derive: (call) => {
        const runs = call
          .texts("JobRunId")
          .flatMap((run) =>
            applications(call).map(({ arn, wildcard }) =>
              resource(`${arn}/jobruns/${run.pattern}`, wildcard ?? run.wildcard),
            ),
          );
        if (runs.length === 0) call.missing("JobRunId");
        const poll = call.pattern === "sync" ? ["emr-serverless:GetJobRun"] : [];
        call.allow(["emr-serverless:CancelJobRun", ...poll], runs, "Cancels the job.");
        if (call.pattern === "sync") allowManagedRule(call, "StepFunctionsGetEventsForEMRServerlessJobRule");
      },
    },
  },
};

/** @see https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/using-service-linked-roles.html */
function allowServiceRole(call: TaskCall): void {
  const service = "ops.emr-serverless.amazonaws.com";
  const { partition, accountId } = call.machine;
  call.allow(
    ["iam:CreateServiceLinkedRole"],
    [
      resource(
        `arn:${partition}:iam::${accountId}:role/aws-service-role/${service}/AWSServiceRoleForAmazonEMRServerless`,
      ),
    ],
    "The first application of an account creates the service's own role.",
    { StringLike: { "iam:AWSServiceName": service } },
  );
}

function onApplication(action: string, whileWaiting: readonly string[]): IntegrationAction {
  return {
    patterns: ["sync"],
    derive: (call) => {
      call.allow([`emr-serverless:${action}`], applications(call), "Works on the application.");
      if (call.pattern !== "sync") return;
      call.allow(
        whileWaiting.map((name) => `emr-serverless:${name}`),
        applications(call),
        "Polls the application it waits for, and stops it when it is stopped itself.",
      );
      allowManagedRule(call, applicationRule);
    },
  };
}

/** An application's id is given by the service, so that it is often not known before. */
function applications(call: TaskCall): readonly Resource[] {
  const texts = call.texts("ApplicationId");
  if (texts.length === 0) call.missing("ApplicationId");
  return texts.map(({ pattern, wildcard }) =>
    resource(arnOf(call.machine, "emr-serverless", `/applications/${pattern}`), wildcard),
  );
}
