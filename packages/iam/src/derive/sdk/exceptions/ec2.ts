import { type Resource, resource } from "../../../policy/grant.js";
import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";
import type { SdkExceptions } from "./sdk-exceptions.js";

/** @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html */
export const ec2: SdkExceptions = { "ec2:runinstances": runInstances };

/** Launching is authorised on what is launched and on everything that it is launched from and into. */
function runInstances(call: TaskCall): void {
  const { partition, region } = call.machine;
  const made = ["instance", "network-interface", "volume"].map((type) =>
    resource(arnOf(call.machine, "ec2", `${type}/*`), "created-by-call"),
  );
  const images = call.optionalResources("ImageId", {
    fromName: (id) => `arn:${partition}:ec2:${region}::image/${id}`,
    widened: `arn:${partition}:ec2:${region}::image/*`,
  });
  const anyImage = resource(`arn:${partition}:ec2:${region}::image/*`, "not-in-arguments");
  call.allow(
    ["ec2:RunInstances"],
    [
      ...made,
      ...(images.length > 0 ? images : [anyImage]),
      ...named(call, "SubnetId", "subnet", true),
      ...named(call, "SecurityGroupIds", "security-group", true),
      ...named(call, "KeyName", "key-pair", false),
      ...named(call, "LaunchTemplate.LaunchTemplateId", "launch-template", call.has("LaunchTemplate")),
    ],
    "Launches instances.",
  );
  if (!call.has("TagSpecifications")) return;
  call.allow(["ec2:CreateTags"], made, "Tags what it launches.", {
    StringEquals: { "ec2:CreateAction": "RunInstances" },
  });
}

/** What an argument names of a type; where it is left out, and the call uses one all the same, any. */
function named(call: TaskCall, argument: string, type: string, always: boolean): readonly Resource[] {
  const texts = call.value(argument)?.kind === "array" ? call.itemTexts(argument) : call.texts(argument);
  const any = arnOf(call.machine, "ec2", `${type}/*`);
  if (texts.length === 0) return always ? [resource(any, "not-in-arguments")] : [];
  return call.toResources(argument, texts, {
    fromName: (id) => arnOf(call.machine, "ec2", `${type}/${id}`),
    widened: any,
  });
}
