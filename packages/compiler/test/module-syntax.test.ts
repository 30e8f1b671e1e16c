import { describe, expect, it } from "vitest";
import { createFixture } from "./compile-fixture.js";

/** The definition of the only workflow of a project whose `workflows/w.ts` is this text. */
async function definitionOf(text: string, files: { readonly [file: string]: string } = {}): Promise<string> {
  const { compiler } = createFixture({
    ...files,
    "workflows/w.ts": `import { workflow } from "@treadle/workflow";\n${text}`,
  });
  const { diagnostics, workflows } = await compiler.compile();
  expect(diagnostics).toEqual([]);
  return workflows[0]?.definition ?? "";
}

const returning = (value: string) =>
  `export const w = workflow<{ n: number }>("W").return((s) => s.input.n + ${value});`;

describe("modules as they are run", () => {
  it.each([
    ["an enum", `enum Rate { low = 7 }\nconst rate = Rate.low as number;`],
    ["a namespace", "namespace rates { export const low = 7 }\nconst rate = rates.low;"],
    ["a parameter property", "class Rates { constructor(readonly low: number) {} }\nconst rate = new Rates(7).low;"],
    ["a type assertion in angle brackets", "const rate = <number>(7 as unknown);"],
    ["a decorator", "const rate = 7;\nfunction mark(_: unknown, __: unknown) {}\n@mark class Marked {}\nvoid Marked;"],
    ["declarations without code", "declare const nowhere: number;\ndeclare enum Nothing { a }\nconst rate = 7;"],
    [
      "overloads, generics and satisfies",
      "function f<T>(x: T): T;\nfunction f(x: unknown) { return x; }\nconst rate = f<number>(7 satisfies number)!;",
    ],
  ])("may have %s", async (_, code) => {
    expect(await definitionOf(`${code}\n${returning("rate")}`)).toContain("+ 7");
  });

  const types = "export interface Rate { n: number }\nexport type Rates = Rate[];";
  it.each([
    [
      "types without saying so",
      `import { Rate, Rates } from "./lib/types.js";\nconst rate = ([{ n: 7 }] as Rates)[0]! satisfies Rate;`,
    ],
    ["types beside a value", `import { seven, Rate } from "./lib/seven.js";\nconst rate: Rate = { n: seven };`],
    [
      "a type of another form",
      `import { type Rate, Rates } from "./lib/types.js";\nconst rate = ([{ n: 7 }] as Rates)[0] as Rate;`,
    ],
    ["a namespace of types", `import * as types from "./lib/types.js";\nconst rate: types.Rate = { n: 7 };`],
    ["types by default", `import Rate from "./lib/rate.js";\nconst rate: Rate = { n: 7 };`],
    [
      "a type by default beside a value",
      `import Rate, { seven } from "./lib/rate.js";\nconst rate: Rate = { n: seven };`,
    ],
    [
      "types and gives them on",
      `import { Rate } from "./lib/types.js";\nexport { Rates } from "./lib/types.js";\nconst rate: Rate = { n: 7 };`,
    ],
    [
      "types between statements without semicolons",
      `const seven = [7]\nimport { Rate } from "./lib/types.js"\n[0].map(String)\nconst rate: Rate = { n: seven[0]! }`,
    ],
    [
      "a class as a type only, whose module fails",
      `import { Failing } from "./lib/failing.js";\nconst rate: Failing = { n: 7 };`,
    ],
  ])("may import %s", async (_, code) => {
    const definition = await definitionOf(`${code}\n${returning("rate.n")}`, {
      "workflows/lib/types.ts": types,
      "workflows/lib/seven.ts": `${types}\nexport const seven = 7;`,
      "workflows/lib/rate.ts": "export default interface Rate { n: number }\nexport const seven = 7;",
      "workflows/lib/failing.ts": "export class Failing { n = 1 }\nthrow new Error('never run');",
    });
    expect(definition).toContain("+ 7");
  });

  it("may begin with a hashbang", async () => {
    const { compiler } = createFixture({
      "workflows/w.ts": `#!/usr/bin/env node\nimport { workflow } from "@treadle/workflow";\n${returning("7")}`,
    });
    const { diagnostics, workflows } = await compiler.compile();
    expect(diagnostics).toEqual([]);
    expect(workflows[0]?.sourceMap).toContain('"line": 3');
  });
});
