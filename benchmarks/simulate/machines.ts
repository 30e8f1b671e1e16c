/** One state machine of the comparison, in JSONPath, with what it does to a run. */
export interface Machine {
  readonly name: string;
  readonly definition: object;
  readonly input: unknown;
  /** States that one run enters. */
  readonly transitions: number;
  readonly type: "STANDARD" | "EXPRESS";
}

const passes = 1_000;
const rounds = 1_000;
const items = 10_000;
const branches = 10;
const branchPasses = 100;

/** A thousand Pass states in a row, each of which adds a field and takes it away again. */
const passChain: Machine = {
  name: "Pass chain",
  definition: {
    StartAt: "P0",
    States: Object.fromEntries(
      Array.from({ length: passes }, (_, i) => [
        `P${i}`,
        {
          Type: "Pass",
          Parameters: { "id.$": "$.id", step: i },
          ...(i + 1 < passes ? { Next: `P${i + 1}` } : { End: true }),
        },
      ]),
    ),
  },
  input: { id: "o-1", step: -1 },
  transitions: passes,
  type: "STANDARD",
};

/** A counter that a Choice state looks at in each round. */
const choiceLoop: Machine = {
  name: "Choice loop",
  definition: {
    StartAt: "Check",
    States: {
      Check: {
        Type: "Choice",
        Choices: [
          { Variable: "$.done", BooleanEquals: true, Next: "End" },
          {
            And: [
              { Variable: "$.n", NumericLessThan: rounds },
              { Variable: "$.id", IsPresent: true },
            ],
            Next: "Add",
          },
        ],
        Default: "End",
      },
      Add: {
        Type: "Pass",
        Parameters: { "n.$": "States.MathAdd($.n, 1)", "id.$": "$.id", done: false },
        Next: "Check",
      },
      End: { Type: "Succeed" },
    },
  },
  input: { n: 0, id: "o-1", done: false },
  transitions: 2 * rounds + 2,
  type: "STANDARD",
};

/** Ten thousand iterations of one Pass state; as a Standard execution it would end at 25,000 events. */
const map: Machine = {
  name: "Map of 10,000",
  definition: {
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemsPath: "$.items",
        ItemProcessor: {
          StartAt: "Take",
          States: { Take: { Type: "Pass", Parameters: { "n.$": "$.n" }, End: true } },
        },
        End: true,
      },
    },
  },
  input: { items: Array.from({ length: items }, (_, i) => ({ n: i })) },
  transitions: items + 1,
  type: "EXPRESS",
};

/** Ten branches of a hundred Pass states. */
const parallel: Machine = {
  name: "Parallel",
  definition: {
    StartAt: "Fork",
    States: {
      Fork: {
        Type: "Parallel",
        Branches: Array.from({ length: branches }, (_, b) => ({
          StartAt: `B${b}P0`,
          States: Object.fromEntries(
            Array.from({ length: branchPasses }, (_, i) => [
              `B${b}P${i}`,
              {
                Type: "Pass",
                Parameters: { "id.$": "$.id", step: i },
                ...(i + 1 < branchPasses ? { Next: `B${b}P${i + 1}` } : { End: true }),
              },
            ]),
          ),
        })),
        End: true,
      },
    },
  },
  input: { id: "o-1", step: -1 },
  transitions: branches * branchPasses + 1,
  type: "STANDARD",
};

export const machines: readonly Machine[] = [passChain, choiceLoop, map, parallel];
