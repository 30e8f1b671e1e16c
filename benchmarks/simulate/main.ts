import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { simulate } from "@treadle/simulator";
import { StateMachine } from "aws-local-stepfunctions";
import { jsonataStates, jsonataWorks } from "./jsonata-rate.ts";
import { type Machine, machines } from "./machines.ts";
import { measureInTurns } from "./measure.ts";
import { type TestTimes, timeTests } from "./order-tests.ts";

/*
 * Transitions per second of the simulator and of aws-local-stepfunctions on the same definitions, in one process, medians of
 * alternating rounds; JSONata states against the bare engine; memory of a Map state of 100,000 items; and one order workflow as
 * a test, here and as a Lambda durable function with its local runner.
 */
const rounds = 7;
const leastMs = 250;

const failures: string[] = [];
const expect = (holds: boolean, what: string): void => {
  if (!holds) failures.push(what);
};
const rate = (count: number, ms: number): string => Math.round((count / ms) * 1000).toLocaleString("en");

async function compare(machine: Machine): Promise<void> {
  const { definition, input, name, transitions, type } = machine;
  const peer = new StateMachine(definition as never, { validationOptions: { noValidate: true } });
  const expected = JSON.stringify(await peer.run(input as never).result);
  const run = async (history: boolean) => {
    const { output } = await simulate(definition, { input: input as never, type, history });
    if (JSON.stringify(output) !== expected) throw new Error(`${name}: the outputs differ.`);
  };
  const ms = await measureInTurns(
    { peer: () => peer.run(input as never).result, without: () => run(false), recorded: () => run(true) },
    rounds,
    leastMs,
  );
  const [without, recorded] = [ms.peer / ms.without, ms.peer / ms.recorded];
  const columns = [ms.peer, ms.without, ms.recorded].map((time) => rate(transitions, time).padStart(11));
  console.log(
    `${name.padEnd(14)}${columns.join("")}${without.toFixed(1).padStart(9)} x${recorded.toFixed(1).padStart(9)} x`,
  );
  expect(without >= 10, `${name} without history`);
  expect(recorded >= 4, `${name} with history`);
}

console.log("transitions/s  aws-local      without       with  without    with history");
for (const machine of machines) await compare(machine);

const jsonata = await measureInTurns(jsonataWorks, rounds, leastMs);
const share = jsonata.engine / jsonata.states;
console.log(
  `\nJSONata, states/s: engine alone ${rate(jsonataStates, jsonata.engine)}, without history ${rate(jsonataStates, jsonata.states)}` +
    ` (${share.toFixed(2)} x), with history ${rate(jsonataStates, jsonata.recorded)}`,
);
expect(share >= 0.5, "JSONata");

const mebibytes = Number(
  execFileSync(process.execPath, [join(import.meta.dirname, "large-map.ts")], { encoding: "utf8" }),
);
console.log(`Map of 100,000 items with history: ${mebibytes} MiB at most`);
expect(mebibytes < 512, "memory");

const treadle = timeTests("treadle.test.ts");
const durable = timeTests("durable.test.ts");
const times = ({ first, median }: TestTimes) => `${median.toFixed(1)} ms (the first ${first.toFixed(0)} ms)`;
console.log(`One test of the order workflow: Treadle ${times(treadle)}, Lambda durable function ${times(durable)}`);
expect(treadle.median < durable.median, "time of a test");

console.log(failures.length === 0 ? "\nAll figures hold." : `\nNot reached: ${failures.join(", ")}.`);
process.exitCode = failures.length === 0 ? 0 : 1;
