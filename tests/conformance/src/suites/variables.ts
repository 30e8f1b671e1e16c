import { type Json, listVariableReferences } from "@treadle/simulator";
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
    const readable = unmask(actual.variableReferences, variableReferences, definition);
    const [difference] = findDifferences(sortLists(variableReferences), readable);
    return {
      actual,
      hits: { references: difference === undefined },
      ...(difference && {
        why: `${difference.pointer}: expected ${JSON.stringify(difference.expected)}, got ${JSON.stringify(difference.actual)}`,
      }),
    };
  },
});

/** Words that stand in recordings for what differs between them; they match any value. */
const maskWords: ReadonlySet<Json> = new Set(["date", "timestamp"]);

/**
 * A mask in the place of a path stands for any path, so that its state may read one variable more, of those that the
 * definition assigns.
 */
function unmask(
  actual: Readonly<Record<string, readonly string[]>>,
  expected: Readonly<Record<string, readonly string[]>>,
  definition: object,
): Record<string, string[]> {
  const assigned = new Set(findFields(definition as Json, "Assign").flatMap((assign) => Object.keys(assign as object)));
  const unmasked = Object.fromEntries(Object.entries(actual).map(([state, names]) => [state, [...names]]));
  for (const [state, fields] of findFields(definition as Json, "States").flatMap((states) =>
    Object.entries(states as object),
  )) {
    const masks = Object.entries(fields as object).filter(
      ([key, value]) => key.endsWith("Path") && maskWords.has(value),
    );
    const known = actual[state] ?? [];
    const more = (expected[state] ?? []).filter((name) => !known.includes(name) && assigned.has(name));
    if (more.length > 0 && masks.length > 0) unmasked[state] = [...known, ...more.slice(0, masks.length)].sort();
  }
  return unmasked;
}

/** The values of all fields of a name, at any depth. */
function findFields(value: Json, name: string): Json[] {
  if (Array.isArray(value)) return value.flatMap((item) => findFields(item, name));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...(key === name ? [inner] : []),
    ...findFields(inner, name),
  ]);
}

function sortLists(references: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(references).map(([state, names]) => [state, [...names].sort()]));
}
