import type { SourceLocation } from "@treadle/diagnostics";
import {
  constantNode,
  type ExpressionNode,
  foldConstants,
  type Json,
  literal,
  transformExpression,
  walkExpression,
} from "@treadle/expressions";
import type { LambdaMark, LambdaRef } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../diagnostics.js";
import { contextValue } from "./context-values.js";
import type { Place } from "./place.js";

interface StepOfLambda {
  readonly kind: string;
  readonly name?: string;
  readonly location: SourceLocation | undefined;
}

/**
 * The expression of a lambda over the workflow's values: captured constants put in, scope names resolved to keys and
 * aliases. Faults are reported; what is left is then only good for finding more faults.
 */
export function lowerLambdaRef(lambda: LambdaRef, step: StepOfLambda, place: Place): ExpressionNode {
  const { lowering, environment } = place;
  const { mark } = lambda;
  if (mark === undefined) {
    lowering.report(
      compilerDiagnostics["lambda-not-compiled"]({ step: step.name ?? step.kind }, { location: step.location }),
    );
    return literal(null);
  }
  const lowered = lowering.input.lambda(mark.site);
  if (lowered === undefined) return literal(null);
  const captures = valuesOf(mark, (name, found) => {
    lowering.report(compilerDiagnostics["capture-not-json"]({ name, found }, { location: lowered.location }));
  });
  if (captures === undefined) return literal(null);
  const resolved = transformExpression(lowered.body, (node) => {
    if (node.kind === "capture") {
      const value = captures[node.name];
      const found = whyNotJson(value);
      if (found === undefined) return constantNode(value as Json);
      lowering.report(
        compilerDiagnostics["capture-not-json"](
          { name: node.name, found },
          { location: node.location ?? lowered.location },
        ),
      );
      return literal(null);
    }
    if (node.kind === "scope") {
      const value = environment.lookup(node.name);
      const inContext = value === undefined ? contextValue(node.name) : undefined;
      if (inContext) return inContext;
      if (value === undefined) {
        const known = environment.names();
        lowering.report(
          compilerDiagnostics["unknown-scope-name"](
            { name: node.name, known },
            { location: node.location ?? lowered.location },
          ),
        );
        return literal(null);
      }
      return value.alias ?? { kind: "scope", name: value.key };
    }
    return node;
  });
  const folded = foldConstants(resolved);
  walkExpression(folded, (node) => {
    if (node.kind === "placeholder" && node.declares) lowering.addPlaceholders(node.declares);
  });
  return Object.freeze({ ...folded, location: lowered.location });
}

/** The values of what a lambda captures; undefined where one of them cannot be read when the module has run. */
function valuesOf(
  { captures }: LambdaMark,
  refuse: (name: string, found: string) => void,
): { readonly [reference: string]: unknown } | undefined {
  try {
    return captures?.() ?? {};
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    refuse(/^\S+(?= is not defined)/.exec(message)?.[0] ?? "What it captures", `not there: ${message}`);
    return undefined;
  }
}

/** In words what keeps a value from being JSON, or undefined when it is. */
function whyNotJson(value: unknown, around: readonly unknown[] = []): string | undefined {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) ? undefined : String(value);
    case "object": {
      if (value === null) return undefined;
      if (around.includes(value)) return "itself";
      if (Array.isArray(value)) return firstFault(value, [...around, value]);
      const prototype: unknown = Object.getPrototypeOf(value);
      const plain = prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
      return plain ? firstFault(Object.values(value), [...around, value]) : `a ${value.constructor.name}`;
    }
    default:
      return value === undefined ? "undefined" : `a ${typeof value}`;
  }
}

function firstFault(values: readonly unknown[], around: readonly unknown[]): string | undefined {
  for (const value of values) {
    const fault = whyNotJson(value, around);
    if (fault !== undefined) return `a value that holds ${fault}`;
  }
  return undefined;
}
