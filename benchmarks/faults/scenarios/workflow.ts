import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { createBridge } from "@treadle/bridge";
import { createExecutor } from "@treadle/cassandra/executor";
import { simulate } from "@treadle/simulator";
import type { CassandraServer } from "@treadle/testbed";

const example = new URL("../../../examples/order-fulfilment/", import.meta.url);
const readExample = (file: string): string => readFileSync(new URL(file, example), "utf8");

const executions = 12;
const stockBefore = 100;
const quantity = 3;
/** The kill comes when so many transactions have been asked for. */
const killAtCall = 4;

export interface WorkflowReport {
  readonly executions: number;
  readonly succeeded: number;
  readonly bridgeCalls: number;
  readonly failedCalls: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

/**
 * The example's compiled `ReserveLine`, several executions at a time, each on an article of its own; the node is killed while
 * their transactions are under way and started again. The clock is real: the retriers wait until the node is back.
 */
export async function runWorkflowScenario(node: CassandraServer): Promise<WorkflowReport> {
  await node.applySchema(readExample("data/schema.cql"));
  const { contactPoint, port, localDataCenter, username, password } = node;
  const executor = createExecutor(JSON.parse(readExample("artifacts/shop.bridge.json")), {
    contactPoints: [contactPoint],
    port,
    localDataCenter,
    credentials: { username, password },
  });
  let calls = 0;
  const failedCalls = new Map<string, number>();
  const bridge = createBridge({
    source: "shop",
    executor,
    log: (line) => {
      const { error } = JSON.parse(line) as { error?: string };
      if (error !== undefined) failedCalls.set(error, (failedCalls.get(error) ?? 0) + 1);
    },
    remainingTimeMs: () => 4_000,
  });
  let transactions = 0;
  let struck: Promise<void> | undefined;
  const problems: string[] = [];
  let succeeded = 0;
  try {
    const run = async (index: number) => {
      const sku = `article-${index}`;
      const orderId = `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
      await delay(index * 40);
      const execution = await simulate(readExample("artifacts/ReserveLine.asl.json"), {
        input: { orderId, sku, quantity },
        clock: "real",
        functions: {
          ShopBridgeFunctionArn: async (event: { statement: string }) => {
            calls++;
            if (event.statement === "takeStock" && ++transactions === killAtCall) struck = restart(node);
            return await bridge(event);
          },
        },
      });
      return { sku, orderId, execution };
    };
    for (let index = 0; index < executions; index++) {
      await node.execute("INSERT INTO shop.inventory (sku, available) VALUES (?, ?)", [
        `article-${index}`,
        stockBefore,
      ]);
    }
    const finished = await Promise.all(Array.from({ length: executions }, (_, index) => run(index)));
    await struck;
    for (const { sku, orderId, execution } of finished) {
      const [row] = await node.execute("SELECT available, reserved_for FROM shop.inventory WHERE sku = ?", [sku]);
      const taken = stockBefore - Number(row?.available);
      if (execution.status === "SUCCEEDED") succeeded++;
      else
        problems.push(`${sku} ended as ${execution.status}: ${execution.error ?? execution.diagnostics?.[0]?.message}`);
      const says = execution.status === "SUCCEEDED" && execution.output === true;
      if (says && taken !== quantity) problems.push(`${sku} is said to be taken and ${taken} are`);
      if (taken !== 0 && (taken !== quantity || String(row?.reserved_for) !== orderId)) {
        problems.push(`${sku} lost ${taken} instead of ${quantity}`);
      }
    }
  } finally {
    await executor.close();
  }
  if (struck === undefined) problems.push("the node was not killed");
  if (failedCalls.size === 0) problems.push("no call noticed");
  return { executions, succeeded, bridgeCalls: calls, failedCalls, problems };
}

async function restart(node: CassandraServer): Promise<void> {
  await node.kill();
  await node.restart();
}
