// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the definitions.
import { simulate } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileDefinition, compileModule } from "./compile-fixture.js";

const imports = `import { rawState } from "@treadle/workflow";
const load = lambda.invoke<{ id: string }, { total: number }, "Load.Failed">("\${LoadFunctionArn}");
`;
const input = "$states.context.Execution.Input";

describe("raw states", () => {
  it("are laid under the lambda's fields, and read the scope's values by their names", async () => {
    const { workflows, diagnostics } = await compileModule(`${imports}
      export const w = workflow<{ id: string; gone: boolean }>("W")
        .task("order", load, (s) => ({ id: s.input.id }), { retry: [] })
        .state("found", rawState<{ Item: { n: string } }, "DynamoDb.Broken">({
          Type: "Task",
          Comment: "Reads the item",
          Resource: "arn:\${Partition}:states:::aws-sdk:dynamodb:getItem",
          Arguments: { TableName: "\${ItemsTable}", Key: { total: { N: "{% $string($order.total + 1) %}" } }, ConsistentRead: true },
          TimeoutSeconds: 5,
        }), (s) => ({ Arguments: { Key: { id: { S: s.input.id } } } }), {
          retry: [{ errorEquals: ["States.Timeout"], maxAttempts: 1 }],
          catch: [{ errorEquals: ["DynamoDb.Broken"], next: (flow) => flow.return((s) => ({ Item: { n: s.error.Error } })) }],
        })
        .pass("n", (s) => s.found.Item.n)
        .wait("pause", { seconds: 1 })
        .return((s) => ({ n: s.n, total: s.order.total }));`);
    expect(diagnostics).toEqual([]);
    const definition = JSON.parse(workflows[0]!.definition);
    expect(definition.States.found).toEqual({
      Type: "Task",
      Comment: "Reads the item",
      Resource: "arn:${Partition}:states:::aws-sdk:dynamodb:getItem",
      Arguments: {
        TableName: "${ItemsTable}",
        Key: { total: { N: "{% $string($order.total + 1) %}" }, id: { S: `{% ${input}.id %}` } },
        ConsistentRead: true,
      },
      TimeoutSeconds: 5,
      Assign: { found: "{% $states.result %}" },
      Retry: [{ ErrorEquals: ["States.Timeout"], MaxAttempts: 1 }],
      Catch: [
        {
          ErrorEquals: ["DynamoDb.Broken"],
          Assign: { found: { Item: { n: "{% $states.errorOutput.Error %}" } } },
          Next: "pause",
        },
      ],
      Next: "pause",
    });
    const manifest = JSON.parse(workflows[0]!.artifacts.find(({ file }) => file.endsWith(".manifest.json"))!.text);
    expect(manifest.placeholders).toContainEqual({ name: "ItemsTable", kind: "table-name" });
    expect(workflows[0]!.artifacts.find(({ file }) => file.endsWith(".iam.json"))!.text).toContain(
      "table/${ItemsTable}",
    );
    const seen: unknown[] = [];
    const run = (found: () => object) =>
      simulate(definition, {
        input: { id: "7" },
        functions: { LoadFunctionArn: () => ({ total: 2 }) },
        mocks: {
          found: (taskArguments) => {
            seen.push(taskArguments);
            return found();
          },
        },
      });
    expect((await run(() => ({ Item: { n: "three" } }))).output).toEqual({ n: "three", total: 2 });
    expect(seen).toMatchObject([{ Key: { total: { N: "3" }, id: { S: "7" } } }]);
    const broken = () => {
      throw Object.assign(new Error(), { name: "DynamoDb.Broken" });
    };
    expect((await run(broken)).output).toEqual({ n: "DynamoDb.Broken", total: 2 });
  });

  it("take a placeholder in a member that every JavaScript object has too for a text", async () => {
    const { artifacts, diagnostics } = await compileModule(`${imports}
      export const w = workflow<object>("W")
        .state("found", rawState<{ Item: object }>({
          Type: "Task",
          Resource: "arn:aws:states:::aws-sdk:dynamodb:getItem",
          Arguments: { TableName: "\${ItemsTable}", Key: { constructor: "\${Key}" } },
        }))
        .succeed();`);
    expect(diagnostics).toEqual([]);
    const { placeholders } = JSON.parse(artifacts.find(({ file }) => file === "W.manifest.json")!.text);
    expect(placeholders).toContainEqual({ name: "Key", kind: "text" });
  });

  it("hold states of their own, whose names are behind the step's, and whose variables are theirs", async () => {
    const definition = await compileDefinition(`${imports}
      export const w = workflow<{ rates: { a: number; b: number } }>("W")
        .pass("base", (s) => s.input.rates.a + s.input.rates.b, { ownState: true })
        .state("each", rawState<number[]>({
          Type: "Map",
          Items: "{% [$input.rates.a, $input.rates.b] %}",
          ItemSelector: { value: "{% $states.context.Map.Item.Value %}" },
          ItemProcessor: {
            ProcessorConfig: { Mode: "INLINE" },
            StartAt: "Decide",
            States: {
              Decide: {
                Type: "Choice",
                Choices: [{ Condition: "{% $states.input.value > 2 %}", Assign: { local: "{% $states.input.value * $base %}" }, Next: "Big" }],
                Default: "Small",
              },
              Big: { Type: "Pass", Output: "{% $local + $base %}", End: true },
              Small: { Type: "Pass", Output: 0, End: true },
            },
          },
        }))
        .return((s) => s.each);`);
    const each = (definition.States as { each: { ItemProcessor: { StartAt: string; States: object } } }).each;
    expect(each.ItemProcessor).toEqual({
      ProcessorConfig: { Mode: "INLINE" },
      StartAt: "each.Decide",
      States: {
        "each.Decide": {
          Type: "Choice",
          Choices: [
            {
              Condition: "{% $states.input.value > 2 %}",
              Assign: { local: "{% $states.input.value * $base %}" },
              Next: "each.Big",
            },
          ],
          Default: "each.Small",
        },
        "each.Big": { Type: "Pass", Output: "{% $local + $base %}", End: true },
        "each.Small": { Type: "Pass", Output: 0, End: true },
      },
    });
    const execution = await simulate(definition, { input: { rates: { a: 2, b: 3 } } });
    expect(execution).toMatchObject({ status: "SUCCEEDED", output: [0, 20] });
  });

  it("read values that have no variable where they are, and name their output themselves", async () => {
    const definition = await compileDefinition(`${imports}
      export const w = workflow<{ ids: string[] }>("W")
        .map("all", (s) => s.input.ids, (each) => each
          .state("shout", rawState<string>({ Type: "Pass", Output: "{% $uppercase($item) & $string($index) %}" }))
          .return((s) => s.shout))
        .return((s) => s.all);`);
    const all = (definition.States as { all: { ItemProcessor: { States: object } } }).all;
    expect(all.ItemProcessor.States).toEqual({
      "all.shout": {
        Type: "Pass",
        Output: "{% $uppercase($states.input.item) & $string($states.input.index) %}",
        End: true,
      },
    });
    expect((await simulate(definition, { input: { ids: ["a", "b"] } })).output).toEqual(["A0", "B1"]);
  });

  it.each([
    [`{ Type: "Choice", Choices: [] }`, "compiler/raw-state-field"],
    [`{ Type: "Task", Resource: "r", Next: "x" }`, "compiler/raw-state-field"],
    [`{ Type: "Pass", Output: "{% $input.id + %}" }`, "compiler/raw-expression"],
    [`{ Type: "Pass", Output: "{% id %}" }`, "compiler/raw-expression"],
    [`{ Type: "Pass", Output: "{% $states.input %}" }`, "compiler/raw-expression"],
    [`{ Type: "Pass", Output: "{% 1" }`, "compiler/raw-expression"],
    [`{ Type: "Pass", Output: "{% $imput.id %}" }`, "compiler/unknown-scope-name"],
    [
      `{ Type: "Map", Items: [1], ItemProcessor: { ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
         StartAt: "A", States: { A: { Type: "Pass", Output: "{% $input.id %}", End: true } } } }`,
      "compiler/raw-outer-value",
    ],
  ])("are refused as %s", async (state, code) => {
    const { diagnostics, artifacts } = await compileModule(`${imports}
      export const w = workflow<{ id: string }>("W")
        .state("raw", rawState<unknown>(${state} as never)).succeed();`);
    expect(diagnostics).toMatchObject([{ code, location: { line: 7, column: 10 } }]);
    expect(artifacts).toEqual([]);
  });

  it("tell a step from a function of JSONata by its call", async () => {
    const compiled = (text: string) =>
      compileModule(`${imports}
      export const w = workflow<{ ids: string[] }>("W")
        .pass("count", (s) => s.input.ids.length)
        .pass("other", (s) => s.count)
        .state("raw", rawState<unknown>({ Type: "Pass", Output: ${JSON.stringify(text)} }))
        .return((s) => [s.raw, s.count]);`);
    expect((await compiled("{% $count($input.ids) %}")).diagnostics).toEqual([]);
    expect((await compiled("{% $other & '' %}")).diagnostics).toEqual([]);
    expect((await compiled("{% $count & '' %}")).diagnostics).toMatchObject([
      {
        code: "compiler/raw-expression",
        message: expect.stringContaining("$count is a function of JSONata and the name of a step"),
      },
    ]);
  });

  it("are refused as a lambda that gives fields of the builder's, at the lambda", async () => {
    const { diagnostics } = await compileModule(`${imports}
      export const w = workflow<{ id: string }>("W")
        .state("raw", rawState<null>({ Type: "Wait" }), (s) => ({ Seconds: 1, Next: s.input.id })).succeed();`);
    expect(diagnostics).toMatchObject([{ code: "compiler/raw-state-field", location: { line: 7, column: 57 } }]);
  });
});
