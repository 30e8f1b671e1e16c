import { setTimeout as delay } from "node:timers/promises";
import { createExecutor } from "@treadle/cassandra/executor";
import type { CassandraServer, TcpFaultProxy, TransportFault } from "@treadle/testbed";
import type { Scenario } from "../scenario.ts";
import { keyspace, manifestAt } from "../writes.ts";

/** A node with logins, and a proxy before it. */
export interface OneNode {
  readonly node: CassandraServer;
  readonly proxy: TcpFaultProxy;
}

const role = "faults_bridge";

/** Run once before the scenarios. */
export const roleScript = `
CREATE ROLE ${role} WITH LOGIN = true AND PASSWORD = 'first';
GRANT SELECT ON KEYSPACE ${keyspace} TO ${role};
GRANT MODIFY ON KEYSPACE ${keyspace} TO ${role};
`;

let password = "first";

function openAs(secret: () => Promise<{ username: string; password: string }>) {
  return ({ node, proxy }: OneNode) =>
    createExecutor(manifestAt("LOCAL_QUORUM"), {
      contactPoints: [proxy.host],
      port: proxy.port,
      localDataCenter: node.localDataCenter,
      credentials: { secret },
    });
}

const open = openAs(async () => ({ username: role, password }));
const lost = ["Cassandra.OutcomeUnknown"];
const away = ["Cassandra.NoHostAvailable", "Cassandra.ConnectionFailed", "Cassandra.ConnectionLost"];

/** The fault meets every `every`th piece of what the client sends. */
function networkFault(
  fault: string,
  transport: TransportFault,
  { every, times, restMs }: { every: number; times: number; restMs: number },
  meets: Scenario<OneNode>["meets"],
): Scenario<OneNode> {
  return {
    fault,
    meets,
    open,
    strike: async ({ proxy }) => {
      let sent = 0;
      proxy.injectFault({ fault: transport, requests: times, matching: () => ++sent % every === 0 });
      await delay(restMs);
      proxy.clearFaults();
    },
  };
}

export const oneNodeScenarios: readonly Scenario<OneNode>[] = [
  networkFault("reset before the request", { kind: "reset-before-forward" }, { every: 40, times: 20, restMs: 6_000 }, [
    lost,
  ]),
  networkFault("reset after the request", { kind: "reset-after-forward" }, { every: 40, times: 20, restMs: 6_000 }, [
    lost,
  ]),
  networkFault("request swallowed", { kind: "swallow" }, { every: 20, times: 20, restMs: 5_000 }, [
    lost,
    ["Cassandra.ClientTimeout"],
  ]),
  networkFault("slow network", { kind: "delay", delayMs: 2_500 }, { every: 15, times: 8, restMs: 6_000 }, [lost]),
  {
    fault: "silence, then all at once",
    meets: [lost, ["Cassandra.ClientTimeout"]],
    open,
    strike: async ({ proxy }) => {
      proxy.stopForwarding();
      await delay(5_000);
      proxy.resumeForwarding();
    },
  },
  {
    fault: "node paused",
    meets: [lost, ["Cassandra.ClientTimeout"]],
    open,
    strike: async ({ node }) => {
      node.pause();
      await delay(5_000);
      node.resume();
    },
  },
  {
    fault: "node killed, restarted",
    meets: [away],
    open,
    strike: async ({ node }) => {
      await node.kill();
      await delay(2_000);
      await node.restart();
    },
  },
  {
    fault: "wrong password, corrected",
    meets: [["Cassandra.AuthenticationFailed"]],
    open: openAs(async () => ({ username: role, password: wrongFor(password) })),
    strike: async () => {
      await delay(3_000);
      isCorrected = true;
    },
  },
  {
    fault: "password changed, all cut off",
    meets: [away],
    open,
    strike: async ({ node, proxy }) => {
      await node.execute(`ALTER ROLE ${role} WITH PASSWORD = 'second'`);
      password = "second";
      await proxy.refuseConnections();
      await delay(1_000);
      await proxy.acceptConnections();
    },
  },
  {
    fault: "column dropped, added again",
    meets: [["Cassandra.SchemaDrift"]],
    open,
    strike: async ({ node }) => {
      await node.execute(`ALTER TABLE ${keyspace}.inserts DROP note`);
      await node.execute(`ALTER TABLE ${keyspace}.claims DROP note`);
      await delay(2_000);
      await node.execute(`ALTER TABLE ${keyspace}.inserts ADD note text`);
      await node.execute(`ALTER TABLE ${keyspace}.claims ADD note text`);
    },
  },
];

let isCorrected = false;

function wrongFor(right: string): string {
  return isCorrected ? right : "wrong";
}
