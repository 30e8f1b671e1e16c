import { allowPassRole } from "../integrations/pass-role.js";
import type { TaskCall } from "../task-call.js";
import { type AbstractValue, alternativesOf } from "../values/abstract-value.js";

/** Service principals that are not `<prefix>.amazonaws.com`. */
const principals: { readonly [prefix: string]: string } = {
  ecs: "ecs-tasks.amazonaws.com",
  "emr-containers": "emr-containers.amazonaws.com",
  elasticmapreduce: "elasticmapreduce.amazonaws.com",
};

/** Roles that an API demands, so that an argument which is computed as a whole must hold one. */
const demanded: { readonly [operation: string]: string } = {
  "scheduler:createschedule": "Target.RoleArn",
  "scheduler:updateschedule": "Target.RoleArn",
};

/** `iam:PassRole` for each argument that hands a role on: members named `RoleArn` or ending in it, at any depth. */
export function allowPassedRoles(call: TaskCall, prefix: string): void {
  // These take a role to work under it themselves, or only look at it.
  if (prefix === "sts" || prefix === "iam") return;
  const required = demanded[`${prefix}:${call.action.toLowerCase()}`];
  const paths = new Set([...rolePaths(call.arguments, ""), ...(required === undefined ? [] : [required])]);
  for (const path of paths) {
    allowPassRole(call, path, principals[prefix] ?? `${prefix}.amazonaws.com`, "optional");
  }
}

function rolePaths(value: AbstractValue, path: string): readonly string[] {
  return alternativesOf(value).flatMap((each) =>
    each.kind === "object"
      ? Object.entries(each.fields).flatMap(([name, field]) => {
          const inner = path === "" ? name : `${path}.${name}`;
          return /RoleArn$/.test(name) && field.kind !== "object" ? [inner] : rolePaths(field, inner);
        })
      : [],
  );
}
