import { type Resource, resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_id-based-policy-examples.html */
export const ssm: SdkExceptions = {
  "ssm:getparametersbypath": (call) => {
    const paths = call.resources("Path", {
      fromName: (path) => arnOf(call.machine, "ssm", `parameter/${path.replace(/^\/|\/$/g, "")}`),
      widened: arnOf(call.machine, "ssm", "parameter/*"),
    });
    call.allow(["ssm:GetParametersByPath"], paths, "Reads the parameters below the path.");
  },
  "ssm:sendcommand": (call) => {
    call.allow(["ssm:SendCommand"], documents(call), "Runs the document.");
    call.allow(["ssm:SendCommand"], instances(call), "Runs it on these instances.");
  },
  "ssm:startautomationexecution": (call) => {
    const started = resource(arnOf(call.machine, "ssm", "automation-execution/*"), "created-by-call");
    call.allow(["ssm:StartAutomationExecution"], [...documents(call), started], "Runs the document.");
  },
};

/** AWS's own documents belong to no account, and nobody else may name one as AWS does. */
function documents(call: TaskCall): readonly Resource[] {
  const { partition, region } = call.machine;
  return call
    .resources("DocumentName", {
      fromName: (name) =>
        /^(?:AWS|Amazon)/.test(name)
          ? `arn:${partition}:ssm:${region}:*:document/${name}`
          : arnOf(call.machine, "ssm", `document/${name}`),
      widened: arnOf(call.machine, "ssm", "document/*"),
    })
    .map(({ arn, wildcard }) => resource(arn, wildcard ?? "service-requires"));
}

/** Instances of EC2, and others that Systems Manager knows by an id of its own; where tags choose them, any. */
function instances(call: TaskCall): readonly Resource[] {
  if (call.value("InstanceIds") !== undefined) {
    return call.toResources("InstanceIds", call.itemTexts("InstanceIds"), {
      fromName: (id) =>
        id.startsWith("mi-")
          ? arnOf(call.machine, "ssm", `managed-instance/${id}`)
          : arnOf(call.machine, "ec2", `instance/${id}`),
      widened: arnOf(call.machine, "ec2", "instance/*"),
    });
  }
  return [
    resource(arnOf(call.machine, "ec2", "instance/*"), "not-in-arguments"),
    resource(arnOf(call.machine, "ssm", "managed-instance/*"), "not-in-arguments"),
  ];
}
