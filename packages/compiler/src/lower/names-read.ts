import { walkExpression } from "@treadle/expressions";
import { type BranchNode, childrenOf, type LambdaRef } from "@treadle/workflow/nodes";
import type { Lowering } from "./lowering.js";
import { rawNamesRead } from "./raw/raw-names.js";

/**
 * The names (`s.order` reads `order`) that the lambdas of a branch read from the scope around it. Names that a step inside
 * hides are counted too, save those that an inner Map hides for sure: whoever asks may only carry too much, never too little.
 */
export function namesRead(branch: BranchNode, lowering: Lowering): Set<string> {
  const names = new Set<string>();
  for (const node of branch.steps) {
    const { lambdas, branches } = childrenOf(node);
    for (const lambda of lambdas) addNames(lambda, lowering, names);
    if (node.kind === "state") for (const name of rawNamesRead(node.state.fields)) names.add(name);
    for (const inner of branches) {
      for (const name of namesRead(inner, lowering)) {
        const hidden = node.kind === "map" && inner === node.body && (name === "item" || name === "index");
        if (!hidden) names.add(name);
      }
    }
  }
  return names;
}

function addNames({ mark }: LambdaRef, lowering: Lowering, names: Set<string>): void {
  const lowered = mark && lowering.input.lambda(mark.site);
  if (!lowered) return;
  walkExpression(lowered.body, (node) => {
    if (node.kind === "scope") names.add(node.name);
  });
}
