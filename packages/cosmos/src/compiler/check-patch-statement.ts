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
  const place = { location: site?.location };
  const problems: string[] = [];
  if (steps.length < 1 || steps.length > 10) problems.push(`a patch has 1 to 10 steps, not ${steps.length}`);
  for (const step of steps) problems.push(...stepProblems(step, container));
  const diagnostics = problems.map((problem) => cosmosDiagnostics["patch-invalid"]({ name, problem }, place));
  if (options.condition !== undefined) {
    const condition = checkQuery(`SELECT VALUE 1 ${options.condition}`, { ...container, partitionKey: undefined });
    diagnostics.push(
      ...condition.diagnostics.map(({ message }) =>
        cosmosDiagnostics["patch-invalid"](
          { name, problem: `its condition is wrong: ${message.replace(/[.]$/, "")}` },
          place,
        ),
      ),
    );
    if (condition.types && condition.types.parameters.size > 0) {
      diagnostics.push(
        cosmosDiagnostics["patch-invalid"]({ name, problem: "its condition cannot hold parameters" }, place),
      );
    }
  }
  if (diagnostics.length > 0) return { diagnostics, statement: undefined };
  return {
    diagnostics,
    statement: {
      operation: "patch",
      idempotent: isIdempotentPatch(steps, options),
      operations: steps.map(toOperation),
      ...(options.condition !== undefined && { condition: options.condition }),
      params: paramsOf(steps, container.item),
    },
  };
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
  if ("param" in step && reservedParameters.includes(step.param)) {
    problems.push(`a parameter cannot be called ${step.param}`);
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

function toOperation(step: PatchStep): PatchOperation {
  if (step.op === "remove") return { op: "remove", path: step.path };
  if (step.op === "move") return { op: "move", from: step.from, path: step.path };
  return { op: step.op, path: step.path, value: "param" in step ? { param: step.param } : { value: step.value } };
}

function paramsOf(steps: readonly PatchStep[], item: TypeShape): { readonly [name: string]: QueryParam } {
  const params: Record<string, QueryParam> = {};
  for (const step of steps) {
    if (!("param" in step)) continue;
    const kinds = membersOf(widen(shapeAtPath(item, step.path))).map(({ kind }) => (kind === "tuple" ? "array" : kind));
    params[step.param] = kinds.includes("unknown") ? {} : { types: [...new Set(kinds)] as JsonKind[] };
  }
  return params;
}
