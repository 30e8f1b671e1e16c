import type { Diagnostic } from "@treadle/diagnostics";
import type { CheckedContainer } from "../checks/rule.js";
import type { BatchOperation, BatchStatement, QueryParam } from "../contract/manifest.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import { type BatchStep, isIdempotentBatch } from "../tasks/batch-step.js";
import type { DeclaredStatement } from "../tasks/declaration.js";
import { paramsOf, patchProblems, toOperation } from "./check-patch-statement.js";

export interface CheckedBatchStatement {
  readonly diagnostics: readonly Diagnostic[];
  readonly statement: BatchStatement | undefined;
}

/** What a name of a request's parameter stands for. */
type Role = "item" | "id" | "value";

/** Checks a batch: how many operations, the steps of its patches, and that each parameter is one thing only. */
export function checkBatchStatement(
  name: string,
  { steps, site }: Extract<DeclaredStatement, { kind: "batch" }>,
  container: CheckedContainer,
): CheckedBatchStatement {
  const problems: string[] = [];
  if (steps.length < 1 || steps.length > 100) {
    problems.push(`a batch has 1 to 100 operations, not ${steps.length}`);
  }
  const roles = new Map<string, Role>([["partitionKey", "value"]]);
  const params: Record<string, QueryParam> = {};
  const use = (parameter: string, role: Role): void => {
    const before = roles.get(parameter);
    roles.set(parameter, role);
    if (parameter === "partitionKey") problems.push("only the partition key can be called partitionKey");
    else if (before !== undefined && before !== role) problems.push(`${parameter} names ${before} and ${role} at once`);
    else if (before === "value") problems.push(`two patches name a value ${parameter}`);
  };
  for (const [at, step] of steps.entries()) {
    if ("item" in step) use(step.item, "item");
    else use(step.id, "id");
    if (step.op !== "patch") continue;
    const found = patchProblems(step.steps, step.condition, container);
    problems.push(...found.map((problem) => `in operation ${at + 1}, ${problem}`));
    for (const [parameter, declared] of Object.entries(paramsOf(step.steps, container.item))) {
      use(parameter, "value");
      params[parameter] = declared;
    }
  }
  if (problems.length > 0) {
    const place = { location: site?.location };
    return {
      diagnostics: problems.map((problem) => cosmosDiagnostics["batch-invalid"]({ name, problem }, place)),
      statement: undefined,
    };
  }
  const operations = steps.map(toBatchOperation);
  return {
    diagnostics: [],
    statement: { operation: "batch", idempotent: isIdempotentBatch(steps), operations, params },
  };
}

function toBatchOperation(step: BatchStep): BatchOperation {
  if ("item" in step) return { op: step.op, item: step.item };
  if (step.op !== "patch") return { op: step.op, id: step.id };
  const { id, steps, condition } = step;
  return { op: "patch", id, operations: steps.map(toOperation), ...(condition !== undefined && { condition }) };
}
