import { allowDeclaredRole, allowPassing, allowPassRole, roleNaming } from "../integrations/pass-role.js";
import type { TaskCall } from "../task-call.js";
import { type AbstractValue, alternativesOf, itemsOf } from "../values/abstract-value.js";

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

/** Members that hold a role's ARN or name without saying so at their end, by prefix; the API references are the source. */
const otherNames: { readonly [prefix: string]: readonly string[] } = {
  codebuild: ["ServiceRole"],
  eks: ["NodeRole"],
  glue: ["Role"],
  lambda: ["Role"],
  mediaconvert: ["Role"],
};

/**
 * `iam:PassRole` for each argument that hands a role on: members named `RoleArn` or ending in it, at any depth of objects
 * and in arrays of the arguments.
 */
export function allowPassedRoles(call: TaskCall, prefix: string): void {
  // These take a role to work under it themselves, or only look at it.
  if (prefix === "sts" || prefix === "iam") return;
  const service = principals[prefix] ?? `${prefix}.amazonaws.com`;
  const isRole = (name: string) => /RoleArn$/i.test(name) || (otherNames[prefix]?.includes(name) ?? false);
  const required = demanded[`${prefix}:${call.action.toLowerCase()}`];
  const paths = [...rolePaths(call.arguments, "", isRole), ...(required === undefined ? [] : [required])];
  for (const path of new Set(paths)) allowPassRole(call, path, service, "optional");
  for (const [list, field] of roleLists(call.arguments, isRole)) {
    const roles = call.toResources(`${list}.${field}`, call.itemTexts(list, field), roleNaming(call));
    allowPassing(call, roles, service);
  }
  // An instance profile names its role nowhere in the call.
  if (prefix === "ec2" && call.has("IamInstanceProfile"))
    allowDeclaredRole(call, "IamInstanceProfile.RoleArn", "the role of the instance profile", "ec2.amazonaws.com");
}

function rolePaths(value: AbstractValue, path: string, isRole: (name: string) => boolean): readonly string[] {
  return alternativesOf(value).flatMap((each) =>
    each.kind === "object"
      ? Object.entries(each.fields).flatMap(([name, field]) => {
          const inner = path === "" ? name : `${path}.${name}`;
          return isRole(name) && field.kind !== "object" ? [inner] : rolePaths(field, inner, isRole);
        })
      : [],
  );
}

/** `Targets` and `RoleArn` of `Targets: [{ RoleArn }]`. */
function roleLists(value: AbstractValue, isRole: (name: string) => boolean): readonly [list: string, field: string][] {
  if (value.kind !== "object") return [];
  return Object.entries(value.fields).flatMap(([list, field]) => {
    if (field.kind !== "array") return [];
    const names = itemsOf(field).flatMap((item) => (item.kind === "object" ? Object.keys(item.fields) : []));
    return [...new Set(names)].filter(isRole).map((name): [string, string] => [list, name]);
  });
}
