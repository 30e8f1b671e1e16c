import { readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { type AslDiagnostic, validateDefinition } from "../../src/index.js";
import { caseCollector, type RefusedCase } from "../validation-cases.js";
import { explanations } from "./explanations.js";
import { type ValidatorName, validatorNames, validators } from "./validators.js";

const cases: RefusedCase[] = [];
caseCollector.collect = (more) => cases.push(...more);
const rules = new URL("../../src/validation/rules/", import.meta.url);
for (const file of readdirSync(rules).filter((name) => name.endsWith(".test.ts"))) {
  await import(new URL(file, rules).href);
}

interface Disagreement {
  readonly validator: ValidatorName;
  readonly title: string;
  readonly ours: readonly AslDiagnostic[];
  readonly theirs: readonly string[];
}

/** Whoever refuses says why, and each of the reasons needs an explanation. */
function unexplained({ validator, ours, theirs }: Disagreement, used: Set<object>): string[] {
  const reasons = ours.length > 0 ? ours.map(({ name }) => name as string) : theirs;
  return reasons.filter((reason) => {
    const explanation = explanations[validator][ours.length > 0 ? "accepts" : "refuses"].find(({ what }) =>
      typeof what === "string" ? what === reason : what.test(reason),
    );
    if (explanation) used.add(explanation);
    return explanation === undefined;
  });
}

it("explains every disagreement of other validators about the project's own cases", async () => {
  const disagreements: Disagreement[] = [];
  let definitions = 0;
  for (const { title, refused, accepted, type } of cases) {
    for (const definition of [refused, accepted]) {
      definitions++;
      const findings = validateDefinition(definition, type ? { type } : {});
      const ours = findings.filter(({ severity, isConsequence }) => severity === "error" && !isConsequence);
      for (const validator of validatorNames) {
        const theirs = await validators[validator](definition);
        if ((theirs.length === 0) !== (ours.length === 0)) disagreements.push({ validator, title, ours, theirs });
      }
    }
  }
  const used = new Set<object>();
  const open = disagreements.flatMap((each) =>
    unexplained(each, used).map((reason) => `${each.validator}: ${each.title}: ${reason}`),
  );
  for (const validator of validatorNames) {
    const own = disagreements.filter((each) => each.validator === validator);
    const accepts = own.filter(({ ours }) => ours.length > 0).length;
    console.log(
      `${validator}: ${definitions} definitions, accepts ${accepts} that we refuse, refuses ${own.length - accepts} that we accept`,
    );
  }
  expect(open).toEqual([]);
  const all = validatorNames.flatMap((name) => [...explanations[name].accepts, ...explanations[name].refuses]);
  expect(all.filter((explanation) => !used.has(explanation))).toEqual([]);
});
