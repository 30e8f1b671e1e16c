import type { Diagnostic } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import { checkQuery } from "../checks/check-query.js";
import { printShape } from "../checks/print-shape.js";
import type { CheckedContainer } from "../checks/rule.js";
import {
  elementOf,
  literalShape,
  membersOf,
  numberShape,
  overlaps,
  propertyOf,
  union,
  widen,
  withoutUndefined,
} from "../checks/shape.js";
import type { JsonKind, PatchOperation, PatchStatement, QueryParam } from "../contract/manifest.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import type { DeclaredStatement } from "../tasks/declaration.js";
import { isIdempotentPatch, type PatchStep } from "../tasks/patch-operation.js";

export interface CheckedPatchStatement {
  readonly diagnostics: readonly Diagnostic[];
  readonly statement: PatchStatement | undefined;
}

const reservedParameters = ["id", "partitionKey", "ifMatch"];

/** Checks a patch: the number of steps, their paths and values, and the condition as a predicate over the item. */
export function checkPatchStatement(
  name: string,
  { steps, options, site }: Extract<DeclaredStatement, { kind: "patch" }>,
  container: CheckedContainer,
): CheckedPatchStatement {
  const problems = [...patchProblems(steps, options.condition, container), ...reservedProblems(steps)];
  if (problems.length > 0) {
    const place = { location: site?.location };
    return {
      diagnostics: problems.map((problem) => cosmosDiagnostics["patch-invalid"]({ name, problem }, place)),
      statement: undefined,
    };
  }
  return {
    diagnostics: [],
    statement: {
      operation: "patch",
      idempotent: isIdempotentPatch(steps, options),
      operations: steps.map(toOperation),
      ...(options.condition !== undefined && { condition: options.condition }),
      params: paramsOf(steps, container.item),
    },
  };
}

/** What is wrong with a patch's steps and its condition, each in words that follow "Patch x:". */
export function patchProblems(
  steps: readonly PatchStep[],
  condition: string | undefined,
  container: CheckedContainer,
): readonly string[] {
  const problems: string[] = [];
  if (steps.length < 1 || steps.length > 10) problems.push(`a patch has 1 to 10 steps, not ${steps.length}`);
  for (const step of steps) problems.push(...stepProblems(step, container));
  if (condition === undefined) return problems;
  const checked = checkQuery(`SELECT VALUE 1 ${condition}`, { ...container, partitionKey: undefined });
  for (const { message } of checked.diagnostics) {
    const reason = message.replace(/ \(at \d+:\d+ of the query\)/, "").replace(/[.]$/, "");
    problems.push(`its condition is wrong: ${reason}`);
  }
  if (checked.types && checked.types.parameters.size > 0) problems.push("its condition cannot hold parameters");
  return problems;
}

function reservedProblems(steps: readonly PatchStep[]): readonly string[] {
  const names = steps.flatMap((step) => ("param" in step ? [step.param] : []));
  return names
    .filter((name) => reservedParameters.includes(name))
    .map((name) => `a parameter cannot be called ${name}`);
}

function stepProblems(step: PatchStep, { item, partitionKey = [] }: CheckedContainer): readonly string[] {
  const problems: string[] = [];
  for (const path of step.op === "move" ? [step.from, step.path] : [step.path]) {
    if (shapeAtPath(item, path).kind === "never") problems.push(`the item type has no path ${path}`);
    if (path === "/id" || path.startsWith("/_")) problems.push(`${path} cannot be changed`);
    if (partitionKey.some((key) => key === path || key.startsWith(`${path}/`))) {
      problems.push(`${path} is part of the partition key, which cannot be changed`);
    }
  }
  const shape = shapeAtPath(item, step.path);
  if (shape.kind === "never") return problems;
  if (step.op === "incr" && !overlaps(shape, numberShape)) {
    problems.push(`${step.path} is ${printShape(shape)}, and only numbers can be incremented`);
  }
  if ("value" in step && step.op !== "incr" && !overlaps(shape, literalShape(step.value))) {
    problems.push(`${step.path} is ${printShape(shape)}, so it cannot become ${JSON.stringify(step.value)}`);
  }
  return problems;
}

/** The type at a path, through array positions; never where the item type does not have it. */
function shapeAtPath(item: TypeShape, path: string): TypeShape {
  if (!path.startsWith("/")) return { kind: "never" };
  return path
    .slice(1)
    .split("/")
    .reduce<TypeShape>((shape, part) => {
      const element = /^(?:-|\d+)$/.test(part) ? elementOf(shape) : { kind: "never" as const };
      return union([element, withoutUndefined(propertyOf(shape, part))]);
    }, item);
}

export function toOperation(step: PatchStep): PatchOperation {
  if (step.op === "remove") return { op: "remove", path: step.path };
  if (step.op === "move") return { op: "move", from: step.from, path: step.path };
  return { op: step.op, path: step.path, value: "param" in step ? { param: step.param } : { value: step.value } };
}

/** The values that the steps name, with the kinds that fit their paths. */
export function paramsOf(steps: readonly PatchStep[], item: TypeShape): { readonly [name: string]: QueryParam } {
  const params: Record<string, QueryParam> = {};
  for (const step of steps) {
    if (!("param" in step)) continue;
    const kinds = membersOf(widen(shapeAtPath(item, step.path))).map(({ kind }) => (kind === "tuple" ? "array" : kind));
    params[step.param] = kinds.includes("unknown") ? {} : { types: [...new Set(kinds)] as JsonKind[] };
  }
  return params;
}
