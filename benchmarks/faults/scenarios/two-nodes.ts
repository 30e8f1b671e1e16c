import { setTimeout as delay } from "node:timers/promises";
import { createExecutor } from "@treadle/cassandra/executor";
import type { CassandraPair } from "@treadle/testbed";
import type { Scenario } from "../scenario.ts";
import { manifestAt } from "../writes.ts";

/** Both nodes have every row. */
function open(consistency: string, onlyContactPoints: boolean) {
  return ({ first }: CassandraPair) =>
    createExecutor(manifestAt(consistency), {
      contactPoints: ["127.0.0.1"],
      port: first.port,
      localDataCenter: first.localDataCenter,
      credentials: { username: first.username, password: first.password },
      onlyContactPoints,
    });
}

const takenForDeadWithinMs = 60_000;

export const twoNodeScenarios: readonly Scenario<CassandraPair>[] = [
  {
    fault: "replica silent, then taken for dead",
    meets: [
      ["Cassandra.WriteTimeout"],
      ["Cassandra.ReadTimeout"],
      ["Cassandra.OutcomeUnknown"],
      ["Cassandra.Unavailable"],
    ],
    open: open("ALL", true),
    strike: async ({ second }, seen) => {
      second.pause();
      const startedAt = performance.now();
      const isOver = () => (seen.get("Cassandra.Unavailable") ?? 0) > 20;
      while (!isOver() && performance.now() - startedAt < takenForDeadWithinMs) await delay(250);
      second.resume();
    },
  },
  {
    fault: "coordinator silent",
    meets: [["Cassandra.ClientTimeout", "Cassandra.OutcomeUnknown"]],
    open: open("QUORUM", false),
    strike: async ({ second }) => {
      second.pause();
      await delay(5_000);
      second.resume();
    },
  },
  {
    fault: "one of two killed, restarted",
    meets: [["Cassandra.Unavailable"]],
    open: open("ONE", false),
    strike: async ({ second }) => {
      await second.kill();
      await delay(5_000);
      await second.restart();
    },
  },
];
