import { createProject } from "../create-project.ts";

export const queryCount = 20;
/** Tasks and choices of one workflow, which makes 20 states with the one that returns. */
const [taskCount, choiceCount] = [16, 3];
/**
 * Expressions as they are written: the parameter of each task; of each choice a condition and two values; and the members of
 * what is returned, two for each task and one for each choice.
 */
export const expressionCount = taskCount + choiceCount * 3 + taskCount * 2 + choiceCount;

/** Writes a project of many workflows on one keyspace of 20 queries: each runs 16 of them, and chooses 3 times by what they gave. */
export function writeProject(folder: string, workflowCount: number): void {
  const write = createProject(folder);
  const keyspace = "CREATE KEYSPACE shop WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};\n";
  const table = (index: number): string =>
    `CREATE TABLE shop.t${index} (id text PRIMARY KEY, a text, n int, tags list<text>);`;
  write("data/schema.cql", keyspace + queries(table));
  write(
    "data/shop.ts",
    `import { cassandra } from "@treadle/cassandra";
import type { ShopQueries } from "./shop.gen.ts";

export const shop = cassandra.keyspace<ShopQueries>("shop", { schema: "./schema.cql", auth: { secret: "shop-secret" } });

${queries((index) => `export const read${index} = shop.query("read${index}", "SELECT a, n, tags FROM t${index} WHERE id = :id").one();`)}`,
  );
  for (let index = 0; index < workflowCount; index++) write(workflowFile(index), workflowText(index));
}

export function workflowFile(index: number): string {
  return `workflows/workflow-${index}.ts`;
}

/** `edition` changes one constant of the workflow, as an edit would. */
export function workflowText(index: number, edition = 0): string {
  const used = Array.from({ length: taskCount }, (_, task) => (index + task) % queryCount);
  const tasks = used.map((query, task) => {
    const id = task === 0 ? "s.input.id" : `\`\${s.input.id}-\${s.r${task - 1}?.a ?? "${task}"}\``;
    return `  .task("r${task}", read${query}, (s) => ({ id: ${id} }))\n`;
  });
  const choices = Array.from(
    { length: choiceCount },
    (_, choice) => `  .choice("c${choice}", (c) =>
    c
      .when(
        (s) => (s.r${choice}?.n ?? 0) > ${choice + edition},
        (flow) => flow.return((s) => s.input.names.filter((name) => name !== s.r${choice}?.a).map((name) => name + "!")),
      )
      .otherwise((flow) => flow.return((s) => s.r${choice}?.tags ?? [])),
  )
`,
  );
  const numbers = used.map(
    (_, task) => `    m${task}: (s.r${task}?.n ?? ${task}) * 2 + s.c${task % choiceCount}.length,\n`,
  );
  const texts = used.map((_, task) => `    t${task}: (s.r${task}?.a ?? "").toUpperCase(),\n`);
  const counts = Array.from({ length: choiceCount }, (_, choice) => `    n${choice}: s.c${choice}.length,\n`);
  return `import { workflow } from "@treadle/workflow";
import { ${used.map((query) => `read${query}`).join(", ")} } from "../data/shop.ts";

export const workflow${index} = workflow<{ id: string; names: string[] }>("Workflow${index}")
${tasks.join("")}${choices.join("")}  .return((s) => ({
${numbers.join("")}${texts.join("")}${counts.join("")}  }));
`;
}

function queries(line: (index: number) => string): string {
  return `${Array.from({ length: queryCount }, (_, index) => line(index)).join("\n")}\n`;
}
