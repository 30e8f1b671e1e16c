// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
import type { CompiledProject } from "@treadle/compiler";
import { simulate } from "@treadle/simulator";
import { beforeAll, describe, expect, it } from "vitest";
import { type TaskCase, taskCases } from "./aws-task-cases.js";
import { compileProject } from "./compile-fixture.js";

/*
 * Each task as a whole: the state that it becomes, which the compiler has validated; what it does in the simulator; and what its
 * policy allows.
 */
let project: CompiledProject;

beforeAll(async () => {
  const imports = `
import { GetQueryExecutionCommand, StartQueryExecutionCommand } from "@aws-sdk/client-athena";
import { StartBuildCommand } from "@aws-sdk/client-codebuild";
import { PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { DescribeTasksCommand } from "@aws-sdk/client-ecs";
import { StartSyncExecutionCommand } from "@aws-sdk/client-sfn";
import { apiGateway, awsSdk, batch, bedrock, ecs, glue, http, lambda, optimized, stepFunctions } from "@treadle/aws";
import { resumedBy, workflow } from "@treadle/workflow";
`;
  const workflows = taskCases.map(
    ({ declared = "", steps }, index) => `{ ${declared} w${index} = workflow<{ id: string }>("W${index}")\n${steps}; }`,
  );
  const names = taskCases.map((_, index) => `export let w${index}: unknown;`);
  project = await compileProject({ "workflows/tasks.ts": [imports, ...names, ...workflows].join("\n") });
}, 120_000);

function artifact(index: number, extension: string) {
  return JSON.parse(project.artifacts.find(({ file }) => file === `W${index}.${extension}.json`)!.text);
}

interface PolicyFile {
  readonly policies: Readonly<Record<string, { readonly Statement: readonly Statement[] }>>;
}

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: object;
}

/** `actions on resources`, a line for each statement, with its condition where it has one. */
function grants({ policies }: PolicyFile): readonly string[] {
  return Object.values(policies)
    .flatMap(({ Statement }) => Statement)
    .map(({ Action, Resource, Condition }) => {
      const condition = Condition ? ` if ${JSON.stringify(Condition)}` : "";
      return `${Action.join(" ")} on ${Resource.join(" ")}${condition}`;
    })
    .sort();
}

it("compiles every task without a diagnostic", () => {
  expect(project.diagnostics).toEqual([]);
});

describe.each(taskCases.map((each, index): [string, TaskCase, number] => [each.name, each, index]))(
  "%s",
  (_, task, index) => {
    it("becomes this state", () => {
      expect(artifact(index, "asl").States.step).toEqual(task.state);
    });

    it("gives this in the simulator", async () => {
      const mocks = { step: task.mock };
      const execution = await simulate(artifact(index, "asl"), { input: { id: "7" }, mocks });
      expect({ output: execution.output, error: execution.error }).toEqual({ output: task.output, error: task.error });
    });

    it("needs these rights, each star of which has its reason", () => {
      expect(grants(artifact(index, "iam"))).toEqual([...task.policy].sort());
    });
  },
);
