import { simulate } from "@treadle/simulator";

/*
 * Runs a Map state of 100,000 items with its history, and prints the largest memory of this process in MiB. A process of its
 * own, since only then the figure is this run's.
 */
const items = 100_000;
const definition = {
  StartAt: "Each",
  States: {
    Each: {
      Type: "Map",
      ItemProcessor: {
        StartAt: "Take",
        States: { Take: { Type: "Pass", End: true } },
      },
      End: true,
    },
  },
};
const { status } = await simulate(definition, {
  input: Array.from({ length: items }, (_, i) => i % 10),
  type: "EXPRESS",
  history: process.argv[2] !== "without-history",
});
if (status !== "SUCCEEDED") throw new Error(`The Map of ${items} items ${status}.`);
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
