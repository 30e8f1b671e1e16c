import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validateDefinition } from "./validate-definition.js";

const sample = {
  QueryLanguage: "JSONata",
  StartAt: "Load",
  States: {
    Load: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Arguments: { FunctionName: "load", Payload: "{% $states.input %}" },
      Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 2 }],
      Catch: [{ ErrorEquals: ["States.ALL"], Assign: { error: "{% $states.errorOutput %}" }, Next: "Choose" }],
      Next: "Each",
    },
    Each: {
      Type: "Map",
      Items: "{% $states.input.lines %}",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        StartAt: "Line",
        States: { Line: { Type: "Pass", Output: "{% $states.input %}", End: true } },
      },
      ItemBatcher: { MaxItemsPerBatch: 10 },
      Next: "Choose",
    },
    Choose: { Type: "Choice", Choices: [{ Condition: "{% $exists($error) %}", Next: "Broken" }], Default: "Fork" },
    Fork: {
      Type: "Parallel",
      Branches: [{ StartAt: "Wait", States: { Wait: { Type: "Wait", Seconds: 1, End: true } } }],
      End: true,
    },
    Broken: { Type: "Fail", Error: "Broken" },
  },
};

describe("validateDefinition", () => {
  it("finds nothing wrong with a definition that is right", () => {
    expect(validateDefinition(sample)).toEqual([]);
  });

  it.each([null, undefined, 1, "{}", [], true])("refuses %j, which is no definition", (value) => {
    expect(validateDefinition(value)).toMatchObject([
      { name: "wrong-type", message: "Expected value of type [OBJECT]" },
    ]);
  });

  it("reports faults of every kind at once", () => {
    const names = validateDefinition({
      StartAt: "A",
      States: {
        A: { Type: "Pass", Next: "Z", Seconds: 1 },
        B: { Type: "Wait", End: true },
        C: { Type: "Task", Resource: "c", QueryLanguage: "JSONata", Output: "{% c %}", End: true },
      },
    }).map(({ name }) => name);
    expect(new Set(names)).toEqual(
      new Set([
        "unsupported-field",
        "exclusive-fields",
        "missing-transition-target",
        "unreachable-state",
        "jsonata-top-level-reference",
        "invalid-resource",
      ]),
    );
  });
});

describe("validateDefinition on input that no one would write", () => {
  it("refuses nesting that would overflow the stack", () => {
    let state: object = { Type: "Succeed" };
    for (let depth = 0; depth < 5000; depth++) {
      state = { Type: "Parallel", Branches: [{ StartAt: "X", States: { X: state } }], End: true };
    }
    expect(validateDefinition({ StartAt: "X", States: { X: state } })).toMatchObject([
      { name: "too-deeply-nested", code: "TOO_DEEPLY_NESTED" },
    ]);
  });

  it("takes prototype keys for ordinary names", () => {
    const definition = JSON.parse(
      '{"StartAt":"__proto__","States":{"__proto__":{"Type":"Pass","Next":"toString"},"toString":{"Type":"Succeed"}}}',
    );
    expect(validateDefinition(definition)).toEqual([]);
    expect(validateDefinition(JSON.parse('{"StartAt":"A","States":{"A":{"Type":"toString"}}}'))).toMatchObject([
      { name: "unknown-state-type" },
    ]);
  });

  it("ends on cycles of transitions and on a long chain", () => {
    const names = Array.from({ length: 2000 }, (_, index) => `S${index}`);
    const chain = Object.fromEntries(
      names.map((name, index) => [name, { Type: "Pass", Next: names[(index + 1) % names.length] }]),
    );
    expect(validateDefinition({ StartAt: "S0", States: chain }).map(({ name }) => name)).toEqual(["missing-end-state"]);
  });

  it("ends on thousands of misspelt names, and on two names of a million characters that differ in one", () => {
    const states = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`State${index}`, { Type: "Pass", Next: `Sttate${index}` }]),
    );
    const found = validateDefinition({ StartAt: "State0", States: states });
    expect(found.filter(({ name }) => name === "missing-transition-target")).toHaveLength(3000);
    const name = "x".repeat(1_000_000);
    expect(
      validateDefinition({ StartAt: `${name}a`, States: { [`${name}b`]: { Type: "Succeed" } } }).map(
        (each) => each.name,
      ),
    ).toContain("missing-transition-target");
  });

  it("marks what follows from another fault, and reports the rest once", () => {
    const found = validateDefinition({
      StartAt: "A",
      States: { A: { Type: "Pass", Next: "Bb" }, B: { Type: "Pass", Next: "C" }, C: { Type: "Succeed" } },
    });
    expect(found.map(({ name, isConsequence }) => [name, isConsequence ?? false])).toEqual([
      ["missing-transition-target", false],
      ["unreachable-state", true],
      ["unreachable-state", true],
    ]);
    const misspelt = validateDefinition({
      StartAt: "A",
      States: {
        A: { Type: "Wait", Secnds: 1, Nxt: "B" },
        B: { Type: "Task", Resorce: "arn:aws:states:::x:y", End: true },
      },
    });
    expect(misspelt.filter(({ isConsequence }) => !isConsequence).map(({ help }) => help)).toEqual([
      'Did you mean "Seconds"?',
      'Did you mean "Next"?',
      'Did you mean "Resource"?',
    ]);
    const lacksEnd = validateDefinition({ StartAt: "A", States: { A: { Type: "Pass" } } });
    expect(lacksEnd.map(({ name, isConsequence }) => [name, isConsequence ?? false])).toEqual([
      ["next-or-end", false],
      ["missing-end-state", true],
    ]);
  });

  it("ends on an expression of a million characters, and on one that opens a hundred thousand parentheses", () => {
    const machine = (expression: string) => ({
      QueryLanguage: "JSONata",
      StartAt: "A",
      States: { A: { Type: "Pass", Output: `{% ${expression} %}`, End: true } },
    });
    expect(validateDefinition(machine(`"${"x".repeat(1_000_000)}"`)).map(({ name }) => name)).toContain(
      "payload-too-large",
    );
    expect(validateDefinition(machine("(".repeat(100_000)))).not.toEqual([]);
  });

  it("never throws on mutations of a definition, and reports each with a severity and a place", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 }), (mutations) => {
        const mutated = structuredClone(sample);
        for (const [place, value] of mutations) replaceValue(mutated, place, value);
        for (const finding of validateDefinition(mutated)) {
          expect(["error", "warning"]).toContain(finding.severity);
          expect(finding.pointer).toMatch(/^(\/|$)/);
          expect(finding.message).not.toBe("");
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never throws on JSON of any kind", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom("STANDARD", "EXPRESS"), (value, type) => {
        expect(Array.isArray(validateDefinition(value, { type }))).toBe(true);
      }),
    );
  });
});

/** Puts a value in the place that the number picks, among all places of the tree. */
function replaceValue(root: object, place: number, value: unknown): void {
  const places: [Record<string, unknown>, string][] = [];
  const collect = (owner: object): void => {
    for (const [key, child] of Object.entries(owner)) {
      places.push([owner as Record<string, unknown>, key]);
      if (typeof child === "object" && child !== null) collect(child);
    }
  };
  collect(root);
  const picked = places[place % Math.max(1, places.length)];
  if (picked) picked[0][picked[1]] = value;
}
