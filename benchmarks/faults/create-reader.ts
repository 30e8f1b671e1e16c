import type { CassandraServer } from "@treadle/testbed";
import { Client, policies, types } from "cassandra-driver";
import type { RowSource } from "./ledger.ts";

/**
 * Reads whole tables, from every replica: what one of them missed shows all the same. It connects when it is first asked, which
 * is after the fault.
 */
export function createReader(node: CassandraServer): RowSource & { close(): Promise<void> } {
  const { contactPoint, port, localDataCenter, username, password } = node;
  const { AllowListPolicy, DefaultLoadBalancingPolicy } = policies.loadBalancing;
  const client = new Client({
    contactPoints: [contactPoint],
    protocolOptions: { port },
    localDataCenter,
    credentials: { username, password },
    policies: {
      loadBalancing: new AllowListPolicy(new DefaultLoadBalancingPolicy({ localDc: localDataCenter }), [
        `${contactPoint}:${port}`,
      ]),
    },
  });
  return {
    execute: async (cql) => {
      const rows: Record<string, unknown>[] = [];
      for (let pageState: string | undefined; ; ) {
        const options = { consistency: types.consistencies.all, ...(pageState !== undefined && { pageState }) };
        const page = await client.execute(cql, [], options);
        rows.push(...page.rows);
        if (!page.pageState) return rows;
        pageState = page.pageState;
      }
    },
    close: async () => await client.shutdown(),
  };
}
