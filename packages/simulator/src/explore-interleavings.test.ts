import { describe, expect, it } from "vitest";
import { exploreInterleavings } from "./explore-interleavings.js";
import { simulate } from "./simulate.js";

const call = (name: string, more: object) => ({
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: name, Payload: "{% $exists($n) ? $n + 1 : null %}" },
  ...more,
});

/** Two branches that each read a counter and write it back, one larger. */
const counters = {
  QueryLanguage: "JSONata",
  StartAt: "Both",
  States: {
    Both: {
      Type: "Parallel",
      Branches: ["A", "B"].map((name) => ({
        StartAt: `Read${name}`,
        States: {
          [`Read${name}`]: call("read", { Assign: { n: "{% $states.result.Payload %}" }, Next: `Write${name}` }),
          [`Write${name}`]: call("write", { Output: "{% $states.result.Payload %}", End: true }),
        },
      })),
      Output: "{% $max($states.result) %}",
      End: true,
    },
  },
};

function createTable() {
  let count = 0;
  return {
    functions: {
      read: () => count,
      write: (value: number) => {
        count = value;
        return count;
      },
    },
  };
}

describe("exploring interleavings", () => {
  it("finds that the end depends on the order of branches, and says by which seeds", async () => {
    const outcomes = await exploreInterleavings(counters, { prepare: createTable });
    expect(outcomes.map(({ execution }) => execution.output).sort()).toEqual([1, 2]);
    expect(outcomes.flatMap(({ seeds }) => seeds)).toHaveLength(50);
    for (const { execution, seeds } of outcomes) {
      const again = await simulate(counters, {
        ...createTable(),
        seed: seeds[0] as number,
        interleaving: "seeded",
      });
      expect(again.output).toBe(execution.output);
    }
  });

  it("finds one end where the order does not matter", async () => {
    const functions = { read: () => 1, write: (value: number) => value };
    const outcomes = await exploreInterleavings(counters, { functions, runs: 20 });
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]?.seeds).toHaveLength(20);
  });
});
