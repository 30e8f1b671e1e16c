// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the definitions.
import type { PolicyHints } from "@treadle/iam";
import { type StoredObject, simulate } from "@treadle/simulator";
import { describe, expect, it } from "vitest";
import { compileDefinition, compileModule } from "./compile-fixture.js";

/*
 * Every field that Step Functions takes in JSONata mode, by the kind of state: the whole state as it is emitted, and what a run
 * of it gives. How values flow between states is in emission.test.ts.
 */
const load = `
const load = lambda.invoke<{ id: string }, { total: number }, "Load.Failed">("\${LoadFunctionArn}");
`;
const input = "$states.context.Execution.Input";
const functions = { LoadFunctionArn: ({ id }: { id: string }) => ({ total: id.length }) };

async function statesOf(text: string, hints?: PolicyHints) {
  const definition = await compileDefinition(load + text, hints);
  return { definition, states: definition.States as { readonly [name: string]: Record<string, unknown> } };
}

describe("Task", () => {
  it("takes a role, timeouts and heartbeats, as constants or expressions, retriers and catchers with every field", async () => {
    const { definition, states } = await statesOf(
      `
      export const w = workflow<{ id: string; seconds: number; role: string }>("W")
        .task("first", load, (s) => ({ id: s.input.id }), {
          comment: "With constants", timeoutSeconds: 60, heartbeatSeconds: 20, credentials: "\${OtherRoleArn}",
          retry: [{
            comment: "Twice", errorEquals: ["Load.Failed"], intervalSeconds: 2, maxAttempts: 2, backoffRate: 1.5,
            maxDelaySeconds: 9, jitterStrategy: "FULL",
          }],
          catch: [{ comment: "Gone", errorEquals: ["Load.Failed"], next: (flow) => flow.return(() => ({ total: 0 })) }],
        })
        .task("second", load, (s) => ({ id: s.input.id }), {
          timeoutSeconds: (s) => s.input.seconds * 2, heartbeatSeconds: (s) => s.input.seconds,
          credentials: (s) => s.input.role, retry: [],
        })
        .return((s) => s.first.total + s.second.total);`,
      { states: { second: { arguments: { "Credentials.RoleArn": "arn:aws:iam::111122223333:role/x" } } } },
    );
    const invoke = {
      Type: "Task",
      Resource: "arn:${Partition}:states:::lambda:invoke",
      Arguments: { FunctionName: "${LoadFunctionArn}", Payload: { id: `{% ${input}.id %}` } },
    };
    expect(states).toEqual({
      first: {
        ...invoke,
        Comment: "With constants",
        Credentials: { RoleArn: "${OtherRoleArn}" },
        TimeoutSeconds: 60,
        HeartbeatSeconds: 20,
        Retry: [
          {
            Comment: "Twice",
            ErrorEquals: ["Load.Failed"],
            IntervalSeconds: 2,
            MaxAttempts: 2,
            BackoffRate: 1.5,
            MaxDelaySeconds: 9,
            JitterStrategy: "FULL",
          },
        ],
        Catch: [{ Comment: "Gone", ErrorEquals: ["Load.Failed"], Assign: { first: { total: 0 } }, Next: "second" }],
        Assign: { first: "{% $states.result.Payload %}" },
        Next: "second",
      },
      second: {
        ...invoke,
        Credentials: { RoleArn: `{% ${input}.role %}` },
        TimeoutSeconds: `{% ${input}.seconds * 2 %}`,
        HeartbeatSeconds: `{% ${input}.seconds %}`,
        Output: "{% $first.total + $states.result.Payload.total %}",
        End: true,
      },
    });
    const run = await simulate(definition, {
      input: { id: "abc", seconds: 3, role: "arn:aws:iam::1:role/x" },
      functions,
    });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: 6 });
  });
});

describe("Pass", () => {
  it("stays a state of its own where it asks to", async () => {
    const { definition, states } = await statesOf(`
      export const w = workflow<{ n: number }>("W")
        .pass("doubled", (s) => s.input.n * 2, { ownState: true, comment: "Seen in the graph" })
        .return((s) => s.doubled);`);
    expect(states).toEqual({
      doubled: { Type: "Pass", Comment: "Seen in the graph", Output: `{% ${input}.n * 2 %}`, End: true },
    });
    expect((await simulate(definition, { input: { n: 4 } })).output).toBe(8);
  });
});

describe("Choice", () => {
  it("takes comments on itself and its rules", async () => {
    const { definition, states } = await statesOf(`
      export const w = workflow<{ n: number; kind: { is: "a" } | { is: "b" } }>("W")
        .choice("size", (c) => c
          .when((s) => s.input.n > 5, (flow) => flow.return(() => "big"), { comment: "Above five" })
          .otherwise((flow) => flow.return(() => "small")), { comment: "By size" })
        .match("kind", "is", (s) => s.input.kind, {
          a: (flow) => flow.return(() => 1), b: (flow) => flow.return(() => 2),
        }, { comment: "By kind" })
        .return((s) => ({ size: s.size, kind: s.kind }));`);
    expect(states).toEqual({
      size: {
        Type: "Choice",
        Comment: "By size",
        Choices: [{ Comment: "Above five", Condition: `{% ${input}.n > 5 %}`, Assign: { size: "big" }, Next: "kind" }],
        Assign: { size: "small" },
        Default: "kind",
      },
      kind: {
        Type: "Choice",
        Comment: "By kind",
        Choices: [
          { Condition: `{% ${input}.kind.is = "a" %}`, Output: { size: "{% $size %}", kind: 1 }, Next: "return" },
          { Condition: `{% ${input}.kind.is = "b" %}`, Output: { size: "{% $size %}", kind: 2 }, Next: "return" },
        ],
      },
      return: { Type: "Succeed" },
    });
    const run = await simulate(definition, { input: { n: 7, kind: { is: "b" } } });
    expect(run.output).toEqual({ size: "big", kind: 2 });
  });
});

describe("Wait", () => {
  it("waits seconds or until a time, constant or computed", async () => {
    const { definition, states } = await statesOf(`
      export const w = workflow<{ seconds: number; at: string }>("W")
        .wait("a", { seconds: 5 }, { comment: "Constant" })
        .wait("b", { seconds: (s) => s.input.seconds })
        .wait("c", { timestamp: "2030-01-01T00:00:00Z" })
        .wait("d", { timestamp: (s) => s.input.at })
        .succeed();`);
    expect(states).toEqual({
      a: { Type: "Wait", Comment: "Constant", Seconds: 5, Next: "b" },
      b: { Type: "Wait", Seconds: `{% ${input}.seconds %}`, Next: "c" },
      c: { Type: "Wait", Timestamp: "2030-01-01T00:00:00Z", Next: "d" },
      d: { Type: "Wait", Timestamp: `{% ${input}.at %}`, Output: {}, End: true },
    });
    const run = await simulate(definition, { input: { seconds: 2, at: "2030-01-02T00:00:00Z" } });
    expect(run).toMatchObject({ status: "SUCCEEDED", output: {} });
  });
});

describe("Fail", () => {
  it("takes error and cause as constants or expressions", async () => {
    const { definition, states } = await statesOf(`
      export const w = workflow<{ n: number; why: string }>("W")
        .choice("size", (c) => c
          .when((s) => s.input.n > 5, (flow) => flow.fail("Big", { error: "Size.Big", cause: "too big", comment: "Constants" }))
          .otherwise((flow) => flow.fail("Small", { error: (s) => "Size." + s.input.why, cause: (s) => s.input.why })))
        .succeed();`);
    expect(states).toEqual({
      size: {
        Type: "Choice",
        Choices: [{ Condition: `{% ${input}.n > 5 %}`, Next: "size.Big" }],
        Default: "size.Small",
      },
      "size.Big": { Type: "Fail", Comment: "Constants", Error: "Size.Big", Cause: "too big" },
      "size.Small": { Type: "Fail", Error: `{% "Size." & ${input}.why %}`, Cause: `{% ${input}.why %}` },
    });
    expect(await simulate(definition, { input: { n: 9, why: "x" } })).toMatchObject({
      error: "Size.Big",
      cause: "too big",
    });
    expect(await simulate(definition, { input: { n: 1, why: "x" } })).toMatchObject({ error: "Size.x", cause: "x" });
  });
});

describe("Parallel and inline Map", () => {
  it("take comments, retriers and catchers; a Map its concurrency, constant or computed, and an object's members", async () => {
    const { definition, states } = await statesOf(`
      export const w = workflow<{ rates: { [name: string]: number[] }; most: number }>("W")
        .parallel("both", {
          a: (flow) => flow.return((s) => s.input.most), b: (flow) => flow.return(() => 2),
        }, {
          comment: "Both", retry: [{ errorEquals: ["States.ALL"], maxAttempts: 1 }],
          catch: [{ errorEquals: ["States.ALL"], next: (flow) => flow.return(() => null) }],
        })
        .map("each", (s) => Object.entries(s.input.rates), (each) => each
          .return((s) => ({ name: s.item[0], first: s.item[1], at: s.index })), {
            comment: "Each", maxConcurrency: (s) => s.input.most,
          })
        .return((s) => ({ both: s.both, each: s.each }));`);
    expect(states).toEqual({
      both: {
        Type: "Parallel",
        Comment: "Both",
        Branches: [
          { StartAt: "both.a.return", States: { "both.a.return": { Type: "Succeed", Output: `{% ${input}.most %}` } } },
          { StartAt: "both.b.return", States: { "both.b.return": { Type: "Succeed", Output: 2 } } },
        ],
        Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 1 }],
        Catch: [{ ErrorEquals: ["States.ALL"], Assign: { both: null }, Next: "each" }],
        Assign: { both: { a: "{% $states.result[0] %}", b: "{% $states.result[1] %}" } },
        Next: "each",
      },
      each: {
        Type: "Map",
        Comment: "Each",
        Items: `{% [$each(${input}.rates, function($value, $key) { [$key, [$value]] })[]] %}`,
        ItemSelector: {
          item: "{% $states.context.Map.Item.Value %}",
          index: "{% $states.context.Map.Item.Index %}",
        },
        MaxConcurrency: `{% ${input}.most %}`,
        ItemProcessor: {
          ProcessorConfig: { Mode: "INLINE" },
          StartAt: "each.return",
          States: {
            "each.return": {
              Type: "Succeed",
              Output: {
                name: "{% $states.input.item[0] %}",
                first: "{% $states.input.item[1] %}",
                at: "{% $states.input.index %}",
              },
            },
          },
        },
        Output: { both: "{% $both %}", each: "{% $states.result %}" },
        End: true,
      },
    });
    const run = await simulate(definition, { input: { rates: { eur: [1, 2], usd: [] }, most: 3 } });
    expect(run.output).toEqual({
      both: { a: 3, b: 2 },
      each: [
        { name: "eur", first: [1, 2], at: 0 },
        { name: "usd", first: [], at: 1 },
      ],
    });
  });
});

describe("distributed Map", () => {
  const objects: readonly StoredObject[] = [
    { bucket: "b", key: "in/a.csv", body: "id,n\nx,1\ny,2\n" },
    { bucket: "b", key: "in/a.psv", body: "x|1\ny|2\n" },
    { bucket: "b", key: "in/a.json", body: JSON.stringify({ data: { rows: [{ id: "x" }] } }) },
    { bucket: "b", key: "in/map.json", body: JSON.stringify({ x: { n: 1 }, y: { n: 2 } }) },
    { bucket: "b", key: "in/a.jsonl", body: '{"id":"x"}\n{"id":"y"}\n' },
    { bucket: "b", key: "lines/1.jsonl", body: '{"id":"x"}\n' },
    { bucket: "b", key: "lines/2.jsonl", body: '{"id":"y"}\n' },
    { bucket: "b", key: "table/1.csv", body: "id\nz\n" },
  ];
  const getObject = "arn:${Partition}:states:::s3:getObject";
  const listObjects = "arn:${Partition}:states:::s3:listObjectsV2";

  /** The Map `all` over a reader; its run on the objects above gives what the children gave. */
  async function readBy(reader: string, options = "", each = "(s) => s.item") {
    const { workflows, diagnostics } = await compileModule(`import { s3 } from "@treadle/aws";
      export const w = workflow<{ key: string; most: number; name: string }>("W")
        .distributedMap("all", ${reader}, (each) => each.return(${each}), { ${options} })
        .return((s) => s.all);`);
    expect(diagnostics).toEqual([]);
    const definition = JSON.parse(workflows[0]!.definition);
    return { definition, all: definition.States.all as Record<string, unknown> };
  }
  const run = async (definition: object) =>
    await simulate(definition, {
      input: { key: "in/a.csv", most: 1, name: "n" },
      objects,
      substitutions: { Rows: "b" },
    });

  it.each([
    [
      's3.csv<"id" | "n">({ bucket: "${Rows}", key: "in/a.csv" })',
      {
        Resource: getObject,
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "${Rows}", Key: "in/a.csv" },
      },
      [
        { id: "x", n: "1" },
        { id: "y", n: "2" },
      ],
    ],
    [
      's3.csv<"id" | "n">({ bucket: "b", key: "in/a.psv", delimiter: "PIPE", headers: ["id", "n"], maxItems: 1, versionId: "v1", expectedBucketOwner: "111122223333" })',
      {
        Resource: getObject,
        ReaderConfig: {
          InputType: "CSV",
          CSVDelimiter: "PIPE",
          CSVHeaderLocation: "GIVEN",
          CSVHeaders: ["id", "n"],
          MaxItems: 1,
        },
        Arguments: { Bucket: "b", Key: "in/a.psv", VersionId: "v1", ExpectedBucketOwner: "111122223333" },
      },
      [{ id: "x", n: "1" }],
    ],
    [
      's3.json<{ id: string }>({ bucket: "b", key: "in/a.json", pointer: "/data/rows" })',
      {
        Resource: getObject,
        ReaderConfig: { InputType: "JSON", ItemsPointer: "/data/rows" },
        Arguments: { Bucket: "b", Key: "in/a.json" },
      },
      [{ id: "x" }],
    ],
    [
      's3.jsonEntries<{ n: number }>({ bucket: "b", key: "in/map.json" })',
      { Resource: getObject, ReaderConfig: { InputType: "JSON" }, Arguments: { Bucket: "b", Key: "in/map.json" } },
      [
        { key: "x", value: { n: 1 } },
        { key: "y", value: { n: 2 } },
      ],
    ],
    [
      's3.jsonLines<{ id: string }>({ bucket: "b", key: "in/a.jsonl" })',
      { Resource: getObject, ReaderConfig: { InputType: "JSONL" }, Arguments: { Bucket: "b", Key: "in/a.jsonl" } },
      [{ id: "x" }, { id: "y" }],
    ],
    [
      's3.contents<{ id: string }>({ bucket: "b", prefix: "lines/", type: "JSONL" })',
      {
        Resource: listObjects,
        ReaderConfig: { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
        Arguments: { Bucket: "b", Prefix: "lines/" },
      },
      [{ id: "x" }, { id: "y" }],
    ],
    [
      's3.csvContents<"id">({ bucket: "b", prefix: "table/" })',
      {
        Resource: listObjects,
        ReaderConfig: { InputType: "CSV", Transformation: "LOAD_AND_FLATTEN", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "b", Prefix: "table/" },
      },
      [{ id: "z" }],
    ],
  ])("reads by %s", async (reader, itemReader, items) => {
    const { definition, all } = await readBy(reader);
    expect(all.ItemReader).toEqual(itemReader);
    expect(await run(definition)).toMatchObject({ status: "SUCCEEDED", output: items });
  });

  it("lists objects without reading them", async () => {
    const { definition, all } = await readBy('s3.objects({ bucket: "b", prefix: "lines/" })', "", "(s) => s.item.Key");
    expect(all.ItemReader).toEqual({ Resource: listObjects, Arguments: { Bucket: "b", Prefix: "lines/" } });
    expect((await run(definition)).output).toEqual(["lines/1.jsonl", "lines/2.jsonl"]);
  });

  it.each([
    ['s3.objects({ bucket: "b" })', undefined, "(s) => ({ id: s.item.Key })", ["lines/1.jsonl", "lines/2.jsonl"]],
    [
      's3.contents<{ id: string }>({ bucket: "b", type: "JSONL" })',
      { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN" },
      "(s) => ({ id: s.item.id })",
      ["x", "y"],
    ],
  ])("lists by %s under a prefix that the step computes", async (reader, config, each, ids) => {
    const from = 'from: { prefix: (s) => s.input.name + "/" }';
    const { definition, all } = await readBy(reader, from, each);
    expect(all.ItemReader).toEqual({
      Resource: listObjects,
      ...(config && { ReaderConfig: config }),
      Arguments: { Bucket: "b", Prefix: `{% ${input}.name & "/" %}` },
    });
    const { output } = await simulate(definition, { input: { name: "lines" }, objects });
    expect(output).toEqual(ids.map((id) => ({ id })));
  });

  it("lists a whole bucket where nothing says a prefix", async () => {
    const { definition, all } = await readBy('s3.objects({ bucket: "b" })', "", "(s) => s.item.Key");
    expect(all.ItemReader).toEqual({ Resource: listObjects, Arguments: { Bucket: "b" } });
    expect((await run(definition)).output).toEqual(objects.map(({ key }) => key).sort());
  });

  it.each([
    ['s3.parquet<{ id: string }>({ bucket: "b", key: "k" })', { InputType: "PARQUET" }],
    [
      's3.athenaResults<{ id: string }>({ bucket: "b", key: "k", type: "CSV", headers: ["id"] })',
      { InputType: "CSV", ManifestType: "ATHENA_DATA", CSVHeaderLocation: "GIVEN", CSVHeaders: ["id"] },
    ],
    ['s3.inventory({ bucket: "b", key: "k" })', { ManifestType: "S3_INVENTORY" }],
  ])("emits %s, whose files are binary or name others", async (reader, config) => {
    const { definition, all } = await readBy(reader);
    expect(all.ItemReader).toEqual({ Resource: getObject, ReaderConfig: config, Arguments: { Bucket: "b", Key: "k" } });
    const mocked = await simulate(definition, { input: {}, mocks: { all: { output: [{ id: "x" }] } } });
    expect(mocked.output).toEqual([{ id: "x" }]);
  });

  it("takes place, limits, batches and tolerated failures as expressions", async () => {
    const { definition, all } = await readBy(
      's3.csv<"id" | "n">({ bucket: "${Rows}" })',
      `comment: "All", label: "rows", executionType: "EXPRESS", from: { key: (s) => s.input.key, maxItems: (s) => s.input.most + 1 },
       batch: { maxItems: 100, maxInputBytes: 1000 }, batchBy: { maxItems: (s) => s.input.most }, maxConcurrency: (s) => s.input.most,
       toleratedFailureCount: (s) => s.input.most, toleratedFailurePercentage: (s) => s.input.most * 10,
       retry: [{ errorEquals: ["States.ItemReaderFailed"], maxAttempts: 1 }],
       catch: [{ errorEquals: ["States.ExceedToleratedFailureThreshold"], next: (flow) => flow.return(() => null) }]`,
      "(s) => ({ name: s.input.name, ids: s.batch.map((row) => row.id) })",
    );
    const { ItemProcessor, ...fields } = all;
    expect(fields).toEqual({
      Type: "Map",
      Comment: "All",
      ItemReader: {
        Resource: getObject,
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW", MaxItems: `{% ${input}.most + 1 %}` },
        Arguments: { Bucket: "${Rows}", Key: `{% ${input}.key %}` },
      },
      ItemBatcher: {
        BatchInput: { input: `{% ${input} %}` },
        MaxItemsPerBatch: `{% ${input}.most %}`,
        MaxInputBytesPerBatch: 1000,
      },
      MaxConcurrency: `{% ${input}.most %}`,
      ToleratedFailurePercentage: `{% ${input}.most * 10 %}`,
      ToleratedFailureCount: `{% ${input}.most %}`,
      Label: "rows",
      Output: "{% $states.result %}",
      Retry: [{ ErrorEquals: ["States.ItemReaderFailed"], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["States.ExceedToleratedFailureThreshold"], Output: null, Next: "return" }],
      End: true,
    });
    expect(ItemProcessor).toMatchObject({ ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" } });
    expect((await run(definition)).output).toEqual([
      { name: "n", ids: ["x"] },
      { name: "n", ids: ["y"] },
    ]);
  });

  it("gives flat results back where nothing is written", async () => {
    const { definition, all } = await readBy(
      's3.jsonLines<{ id: string }>({ bucket: "b", key: "in/a.jsonl" })',
      "flatten: true",
      "(s) => [s.item.id, s.input.name]",
    );
    expect(all.ResultWriter).toEqual({ WriterConfig: { Transformation: "FLATTEN", OutputType: "JSON" } });
    expect((await run(definition)).output).toEqual(["x", "n", "y", "n"]);
  });

  it("writes its results as asked", async () => {
    const { definition, all } = await readBy(
      "(s) => [{ id: s.input.name }]",
      'write: s3.results({ bucket: "b", prefix: "out", transformation: "FLATTEN", outputType: "JSONL" })',
    );
    expect(all.ResultWriter).toEqual({
      Resource: "arn:${Partition}:states:::s3:putObject",
      WriterConfig: { Transformation: "FLATTEN", OutputType: "JSONL" },
      Arguments: { Bucket: "b", Prefix: "out" },
    });
    expect((await run(definition)).output).toMatchObject({ ResultWriterDetails: { Bucket: "b" } });
  });

  it("is refused without the key of what it reads", async () => {
    const { diagnostics } = await compileModule(`import { s3 } from "@treadle/aws";
      export const w = workflow<{ key: string }>("W")
        .distributedMap("all", s3.csv<"id">({ bucket: "b" }), (each) => each.return((s) => s.item)).succeed();`);
    expect(diagnostics.map(({ code }) => code)).toEqual(["iam/missing-argument"]);
  });
});

describe("EXPRESS workflows", () => {
  const wait = `const ask = resumedBy<string>()(sqs.sendMessage<{ token: string }>("\${AsksQueueUrl}"));`;
  it.each([
    ["a callback", `.callback("asked", ask, (s) => ({ MessageBody: { token: s.token } }))`, "asl/express-integration"],
    [
      "an activity",
      `.task("packed", activity<{ id: string }, string>("\${PackActivityArn}"), () => ({ id: "1" }))`,
      "asl/express-integration",
    ],
    [
      "a distributed map",
      `.distributedMap("all", () => [1], (each) => each.return((s) => s.item))`,
      "asl/express-distributed-map",
    ],
    ["a nested execution that is waited for", `.start("child", child, () => ({}))`, "asl/express-integration"],
    ["a wait that outlasts it", `.wait("long", { seconds: 400 })`, "asl/express-too-long"],
  ])("are refused %s", async (_, step, code) => {
    const { diagnostics } = await compileModule(`import { activity, sqs } from "@treadle/aws";
      import { resumedBy } from "@treadle/workflow";
      ${wait}
      export const child = workflow<object>("Child").return(() => 1);
      export const w = workflow<{ id: string }>("W", { type: "EXPRESS" })
        ${step}
        .succeed();`);
    expect(diagnostics.map((each) => each.code)).toContain(code);
  });
});

describe("the workflow", () => {
  it("keeps what deployment sets beside the definition in the manifest", async () => {
    const { workflows, diagnostics } = await compileModule(`
      export const w = workflow<{ n: number }>("W", {
        comment: "All options", timeoutSeconds: 300,
        logging: { level: "ALL", includeExecutionData: true, destination: "\${LogGroupArn}" },
        tracing: true, kmsKeyArn: "\${KeyArn}", kmsDataKeyReusePeriodSeconds: 900, tags: { team: "shop", cost: "42" },
      }).return((s) => s.input.n);`);
    expect(diagnostics).toEqual([]);
    const manifest = JSON.parse(workflows[0]!.artifacts.find(({ file }) => file.endsWith(".manifest.json"))!.text);
    expect(manifest).toMatchObject({
      logging: { level: "ALL", destination: "${LogGroupArn}", includeExecutionData: true },
      tracing: true,
      kmsKeyArn: "${KeyArn}",
      kmsDataKeyReusePeriodSeconds: 900,
      tags: { cost: "42", team: "shop" },
    });
    expect(manifest.placeholders).toEqual(
      expect.arrayContaining([
        { name: "KeyArn", kind: "kms-key-arn" },
        { name: "LogGroupArn", kind: "log-group-arn" },
      ]),
    );
    const definition = JSON.parse(workflows[0]!.definition);
    expect(definition).toMatchObject({ Comment: "All options", TimeoutSeconds: 300 });
    expect((await simulate(definition, { input: { n: 2 } })).output).toBe(2);
  });

  it.each([
    [`{ tags: { "aws:team": "shop" } }`, 'begins with "aws:"'],
    [`{ tags: { team: "x".repeat(257) } }`, "more than 256 characters"],
    [`{ tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => ["t" + i, ""])) }`, "51 tags"],
    [`{ kmsDataKeyReusePeriodSeconds: 30, kmsKeyArn: "k" }`, "from 60 to 900"],
    [`{ kmsDataKeyReusePeriodSeconds: 60 }`, "needs kmsKeyArn"],
  ])("reports compiler/invalid-workflow-option for %s", async (options, message) => {
    const { diagnostics } = await compileModule(`export const w = workflow<object>("W", ${options}).succeed();`);
    expect(diagnostics).toMatchObject([
      {
        code: "compiler/invalid-workflow-option",
        message: expect.stringContaining(message),
        location: { line: 3, column: 18 },
      },
    ]);
  });
});
