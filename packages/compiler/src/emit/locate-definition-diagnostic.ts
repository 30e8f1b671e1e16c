import { type AslDiagnostic, toDiagnostic } from "@treadle/asl";
import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import { type ExpressionNode, walkExpression } from "@treadle/expressions";
import type { EdgeDraft, ScopeDraft, StateDraft } from "../lower/state-draft.js";

type Locations = ReadonlyMap<string, SourceLocation | undefined>;

/** A finding about the emitted definition: at the lambda that became the expression, else at the call that made the state. */
export function locateDefinitionDiagnostic(
  finding: AslDiagnostic,
  scope: ScopeDraft,
  locations: Locations,
  workflow: SourceLocation | undefined,
): Diagnostic {
  const diagnostic = toDiagnostic(finding);
  const location = locateExpression(finding.pointer, scope) ?? locatePointer(finding.pointer, locations) ?? workflow;
  return location ? { ...diagnostic, location } : diagnostic;
}

/** The place of the innermost state that a JSON Pointer goes through. */
export function locatePointer(pointer: string, locations: Locations): SourceLocation | undefined {
  const steps = stepsOf(pointer);
  for (let index = steps.length - 1; index > 0; index--) {
    if (steps[index - 1] === "States" && locations.has(steps[index]!)) return locations.get(steps[index]!);
  }
  return undefined;
}

/** The place of the lambda behind a field; undefined where the field has none, or another state lies on the way. */
function locateExpression(pointer: string, scope: ScopeDraft): SourceLocation | undefined {
  let steps: readonly string[] = stepsOf(pointer);
  for (let inner: ScopeDraft | undefined = scope; inner && steps[0] === "States"; ) {
    const state: StateDraft | undefined = inner.states.find(({ name }) => name === steps[1]);
    const [field, index] = steps.slice(2);
    if (!state || field === undefined) return undefined;
    if (field === "ItemProcessor") {
      inner = state.processor;
      steps = steps.slice(3);
    } else if (field === "Branches") {
      inner = state.branches?.[Number(index)];
      steps = steps.slice(4);
    } else {
      return locateField(state, steps.slice(2));
    }
  }
  return undefined;
}

function locateField(state: StateDraft, [field, ...inside]: readonly string[]): SourceLocation | undefined {
  if (field === "Choices") {
    const rule = state.rules?.[Number(inside[0])];
    return inside[1] === "Condition"
      ? rule && locateInside(rule.condition, [])
      : locateOnEdge(rule?.edge, inside.slice(1));
  }
  if (field === "Catch") return locateOnEdge(state.catchers?.[Number(inside[0])]?.edge, inside.slice(1));
  const node = state.expressions[field!];
  return node ? locateInside(node, inside) : locateOnEdge(state.success ?? state.otherwise, [field!, ...inside]);
}

function locateOnEdge(edge: EdgeDraft | undefined, [field, ...inside]: readonly string[]): SourceLocation | undefined {
  if (field === "Output") return edge?.output && locateInside(edge.output, inside);
  const value = field === "Assign" ? edge?.assign.get(inside[0]!) : undefined;
  return value && locateInside(value, inside.slice(1));
}

/** What the task puts around a lambda's value comes from no lambda, so the first one inside counts. */
function locateInside(node: ExpressionNode, steps: readonly string[]): SourceLocation | undefined {
  let inner = node;
  let location = node.location;
  for (const step of steps) {
    if (inner.kind !== "object") break;
    const entry = inner.entries.findLast(({ key }) => key.kind === "literal" && key.value === step);
    if (!entry) break;
    inner = entry.value;
    location = inner.location ?? location;
  }
  if (location) return location;
  walkExpression(inner, (child) => {
    location ??= child.location;
  });
  return location;
}

function stepsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
}
