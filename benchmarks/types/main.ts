import { median } from "../median.ts";
import { type CompilerName, type Cost, compilerNames, withPrograms } from "./check-program.ts";
import { atMost, type Goal, none, printGoals } from "./goals.ts";
import { chainKinds, chainOf, emptyProgram, misusePairs, mixedMisuses, type Program, shapes } from "./programs.ts";
import { countInstantiations, readRecorded, recordedPrograms, toleratedGrowth, writeRecorded } from "./recorded.ts";

/**
 * What workflows cost the type checker, under TypeScript 6 and 7: instantiations, which are exact, and check time as a ratio
 * to that of an empty workflow's file, as medians of five rounds in which files take turns. `--record` counts instantiations
 * anew and writes them to `instantiations.json`, which a test compares with.
 */
const rounds = 5;
const longest = 500;
const mixedCalls = 200;
const timeLimits: Readonly<Record<number, number>> = { 100: 1.6, 200: 3 };
const wrongLimit = 5;

type Check = (compiler: CompilerName, program: Program) => Cost;

const faults: string[] = [];
const tooDeep: string[] = [];
const counted = new Map<string, number>();

/** Checks a program, and notes its instantiations and what it should not have given. */
function checked(check: Check, compiler: CompilerName, program: Program): Cost {
  const cost = check(compiler, program);
  const name = `${program.name}, ${compiler}`;
  counted.set(name, cost.instantiations);
  if (cost.errors.includes("TS2589")) tooDeep.push(name);
  if (program.wrongCalls === 0 ? cost.errors.length > 0 : cost.errors.length < program.wrongCalls) {
    faults.push(`${name}: ${cost.errors.length} errors where ${program.wrongCalls} calls are wrong`);
  }
  return cost;
}

/** Each program's cost in each round; `empty` is checked before each pair of programs, since machines change their pace. */
function timeInTurns(check: Check, compiler: CompilerName, groups: readonly (readonly Program[])[]) {
  const ratios = new Map<string, number[]>();
  const costs = new Map<string, Cost>();
  for (let round = 0; round < rounds; round++) {
    for (const group of groups) {
      const empty = check(compiler, emptyProgram).checkSeconds;
      for (const program of group) {
        const cost = checked(check, compiler, program);
        costs.set(program.name, cost);
        ratios.set(program.name, [...(ratios.get(program.name) ?? []), cost.checkSeconds / empty]);
      }
    }
  }
  return { costs, ratio: (program: Program) => median(ratios.get(program.name)!) };
}

function printRow(compiler: CompilerName, program: string, instantiations: number, ratio: number, note = ""): void {
  const columns = [
    compiler,
    program.padEnd(40),
    String(instantiations).padStart(14),
    ratio.toFixed(2).padStart(12),
    note,
  ];
  console.log(columns.join("  ").trimEnd());
}

function measure(check: Check, compiler: CompilerName): readonly Goal[] {
  const empty = checked(check, compiler, emptyProgram).instantiations;
  const lengths = Object.keys(timeLimits).map(Number);
  const chains = Object.keys(chainKinds).map((kind) => lengths.map((steps) => chainOf(kind, steps)));
  const misuse = mixedMisuses(mixedCalls);
  const { costs, ratio } = timeInTurns(check, compiler, [...chains, [misuse.right, misuse.wrong]]);
  for (const program of chains.flat()) {
    printRow(compiler, program.name, costs.get(program.name)!.instantiations - empty, ratio(program));
  }
  for (const program of [...Object.keys(chainKinds).map((kind) => chainOf(kind, longest)), ...shapes]) {
    const base = check(compiler, emptyProgram).checkSeconds;
    const cost = checked(check, compiler, program);
    printRow(compiler, program.name, cost.instantiations - empty, cost.checkSeconds / base, "one round");
  }
  const wrongInstantiations: Record<string, number> = {};
  for (const { name, right, wrong } of misusePairs) {
    const [ofRight, ofWrong] = [right, wrong].map((each) => checked(check, compiler, each).instantiations - empty);
    wrongInstantiations[name] = ofWrong! / ofRight!;
    console.log(
      `${compiler}  ${`wrong / right: ${name}`.padEnd(48)}${wrongInstantiations[name].toFixed(2).padStart(6)}`,
    );
  }
  const wrongTime = (ratio(misuse.wrong) - 1) / (ratio(misuse.right) - 1);
  const atLength = (steps: number) =>
    Object.fromEntries(
      chains
        .flat()
        .filter((program) => program.name.endsWith(`-${steps}`))
        .map((program) => [program.name, ratio(program)]),
    );
  return [
    ...Object.entries(timeLimits).map(([steps, limit]) =>
      atMost(`${compiler}: check time of ${steps} steps / empty`, limit, atLength(Number(steps))),
    ),
    atMost(`${compiler}: instantiations of a wrong call / a right one`, wrongLimit, wrongInstantiations),
    atMost(`${compiler}: check time of wrong calls / right ones`, wrongLimit, { [`${mixedCalls} calls`]: wrongTime }),
  ];
}

function findGrowth(): string[] {
  const recorded = readRecorded();
  return compilerNames.flatMap((compiler) =>
    recordedPrograms
      .map(({ name }) => ({
        name,
        before: recorded[name]?.[compiler] ?? 0,
        now: counted.get(`${name}, ${compiler}`)! - counted.get(`${emptyProgram.name}, ${compiler}`)!,
      }))
      .filter(({ before, now }) => !(now <= before * (1 + toleratedGrowth)))
      .map(({ name, before, now }) => `${name}, ${compiler}: ${now} instead of ${before}`),
  );
}

function record(check: Check): void {
  const counts = compilerNames.map((compiler) => countInstantiations(check, compiler, recordedPrograms));
  writeRecorded(
    Object.fromEntries(
      recordedPrograms.map(({ name }) => [
        name,
        Object.fromEntries(compilerNames.map((compiler, index) => [compiler, counts[index]!.get(name)!])) as Record<
          CompilerName,
          number
        >,
      ]),
    ),
  );
  console.log(`types: recorded the instantiations of ${recordedPrograms.length} programs`);
}

function run(check: Check): void {
  console.log("compiler      program                                   instantiations  time / empty");
  const measured = compilerNames.flatMap((compiler) => measure(check, compiler));
  const goals = [
    none(`TS2589 in ${longest} steps of any kind`, tooDeep),
    none("programs with other errors than theirs", faults),
    none("programs that grew by more than 10 % over instantiations.json", findGrowth()),
    ...measured,
  ];
  printGoals(goals);
  const held = goals.filter((goal) => goal.holds).length;
  console.log(`types: ${held} of ${goals.length} goals hold`);
  process.exitCode = held === goals.length ? 0 : 1;
}

withPrograms(process.argv.includes("--record") ? record : run);
