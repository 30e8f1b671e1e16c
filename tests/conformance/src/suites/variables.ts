import { listVariableReferences } from "@treadle/simulator";
import { findDifferences } from "../difference.js";
import { defineSuite } from "../suite.js";

interface VariablesCase {
  readonly id: string;
  readonly group: string;
  readonly definition: object;
  readonly variableReferences: Readonly<Record<string, readonly string[]>>;
}

export const suite = defineSuite<VariablesCase>({
  name: "variables",
  file: "variables.jsonl",
  metrics: [{ name: "references" }],
  classify: ({ group }) => ({ group }),
  counts: () => ["references"],
  expected: ({ variableReferences }) => ({ variableReferences }),
  run: ({ definition, variableReferences }) => {
    const actual = { variableReferences: listVariableReferences(definition) };
    const [difference] = findDifferences(sortLists(variableReferences), actual.variableReferences);
    return {
      actual,
      hits: { references: difference === undefined },
      ...(difference && {
        why: `${difference.pointer}: expected ${JSON.stringify(difference.expected)}, got ${JSON.stringify(difference.actual)}`,
      }),
    };
  },
});

function sortLists(references: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(references).map(([state, names]) => [state, [...names].sort()]));
}
