import { validateDefinition, validateDefinitionText } from "@treadle/asl";
import aslValidator from "asl-validator";
import { median } from "../median.ts";
import { countStates, makeDefinition } from "./definitions.ts";

/**
 * How long it takes to validate machines of 10, 100 and 1,000 states, in one run beside `asl-validator` 4. Each round
 * takes a definition that neither has seen, so that nothing is served from a memory of earlier rounds.
 */
const sizes = [10, 100, 1000];
const rounds = 7;

type Validator = (definition: object) => void;

const validators: Readonly<Record<string, Validator>> = {
  treadle: (definition) => {
    const found = validateDefinition(definition);
    if (found.length > 0) throw new Error(`treadle refuses the definition: ${found[0]!.message} ${found[0]!.pointer}`);
  },
  "treadle, from text": (definition) => {
    const found = validateDefinitionText(JSON.stringify(definition, null, 2));
    if (found.length > 0) throw new Error(`treadle refuses the text: ${found[0]!.message} ${found[0]!.pointer}`);
  },
  "asl-validator": (definition) => {
    const { isValid, errors } = aslValidator(definition, { checkPaths: true, checkArn: true });
    if (!isValid) throw new Error(`asl-validator refuses the definition: ${JSON.stringify(errors[0])}`);
  },
};

/** The same machine with other texts in its expressions. */
function renew(definition: object, round: number): object {
  const text = JSON.stringify(definition).replaceAll("$states.input", `$states.input.round${round}`);
  return JSON.parse(text) as object;
}

let round = 0;
function measure(validate: Validator, definition: object): number {
  const fresh = renew(definition, round++);
  const start = performance.now();
  validate(fresh);
  return performance.now() - start;
}

const names = Object.keys(validators);
const medians = new Map<string, Map<number, number>>(names.map((name) => [name, new Map()]));
for (const validate of Object.values(validators))
  for (let warm = 0; warm < 5; warm++) measure(validate, makeDefinition(100));
for (const size of sizes) {
  const definition = makeDefinition(size);
  if (countStates(definition) !== size) throw new Error(`Made ${countStates(definition)} states, not ${size}.`);
  const times = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let each = 0; each < rounds; each++) {
    for (const name of names) times.get(name)!.push(measure(validators[name]!, definition));
  }
  for (const name of names) medians.get(name)!.set(size, median(times.get(name)!));
}

console.log(`states  ${names.map((name) => name.padStart(20)).join("")}   (ms, median of ${rounds})`);
for (const size of sizes) {
  console.log(
    `${String(size).padStart(6)}  ${names.map((name) => medians.get(name)!.get(size)!.toFixed(2).padStart(20)).join("")}`,
  );
}
const at = (name: string, size: number) => medians.get(name)!.get(size)!;
const ratios = sizes.map((size) => at("asl-validator", size) / at("treadle", size));
const growth = at("treadle", 1000) / at("treadle", 100);
const isNeverSlower = ratios.every((ratio) => ratio >= 1);
console.log(
  `validate: asl-validator takes ${sizes.map((size, index) => `${ratios[index]!.toFixed(1)}x at ${size}`).join(", ")} of our time; ten times the states take ours ${growth.toFixed(1)} times as long`,
);
if (!isNeverSlower || growth > 15) process.exitCode = 1;
