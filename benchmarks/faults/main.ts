import { readFileSync } from "node:fs";
import { startCassandra, startCassandraPair, startTcpFaultProxy } from "@treadle/testbed";
import { createReader } from "./create-reader.ts";
import { runScenario } from "./run-scenario.ts";
import type { ScenarioReport } from "./scenario.ts";
import { oneNodeScenarios, roleScript } from "./scenarios/one-node.ts";
import { twoNodeScenarios } from "./scenarios/two-nodes.ts";
import { runWorkflowScenario, type WorkflowReport } from "./scenarios/workflow.ts";
import { schemaFor } from "./writes.ts";

/**
 * Faults on real nodes under load, and what the nodes say afterwards of every write: `npm run bench -- faults`. With a word
 * after it, only the faults whose name has it: `npm run bench -- faults password`.
 */
const wanted = process.argv[2] ?? "";
const isWanted = ({ fault }: { readonly fault: string }): boolean => fault.includes(wanted);

const guide = readFileSync(new URL("../../docs/guide/errors.md", import.meta.url), "utf8");
const documented = new Set(Array.from(guide.matchAll(/`((?:Cassandra|Bridge)\.[A-Za-z]+)`/g), (match) => match[1]!));

const log = (message: string): void => console.error(message);
const reports: ScenarioReport[] = [];
const workflowFault = { fault: "node killed during a workflow" };
let workflow: WorkflowReport | undefined;

function report(each: ScenarioReport): void {
  reports.push(each);
  const { count, recoveryMs, problems, errors } = each;
  const told = [...errors].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, times]) => `${name} ${times}`);
  console.log(`${each.fault}`);
  console.log(
    `  writes ${each.writes}: acknowledged ${count.acknowledged} (missing ${count.acknowledgedButMissing}), unknown ${count.unknown} (applied ${count.unknownButApplied}), refused ${count.refused} (applied ${count.refusedButApplied}); applied twice ${count.appliedTwice}; back after ${(recoveryMs / 1000).toFixed(1)} s`,
  );
  console.log(`  attempts ended in ${told.join(", ") || "no error"}`);
  for (const problem of problems) console.log(`  PROBLEM ${problem}`);
}

const single = oneNodeScenarios.filter(isWanted);
if (single.length > 0 || isWanted(workflowFault)) {
  const node = await startCassandra({ log });
  try {
    await node.applySchema(schemaFor(1) + roleScript);
    for (const scenario of single) {
      const proxy = await startTcpFaultProxy({ host: node.contactPoint, port: node.port });
      const reader = createReader(node);
      try {
        report(await runScenario(scenario, { node, proxy }, reader, documented));
      } finally {
        await reader.close();
        await proxy.close();
      }
    }
    if (isWanted(workflowFault)) {
      workflow = await runWorkflowScenario(node);
      const told = [...workflow.failedCalls].map(([name, times]) => `${name} ${times}`);
      console.log(workflowFault.fault);
      console.log(
        `  executions ${workflow.executions}, succeeded ${workflow.succeeded}, bridge calls ${workflow.bridgeCalls}; calls ended in ${told.join(", ")}`,
      );
      for (const problem of workflow.problems) console.log(`  PROBLEM ${problem}`);
    }
  } finally {
    await node.stop();
  }
}

const double = twoNodeScenarios.filter(isWanted);
if (double.length > 0) {
  const pair = await startCassandraPair({ log });
  try {
    await pair.first.applySchema(schemaFor(2));
    for (const scenario of double) {
      const reader = createReader(pair.first);
      try {
        report(await runScenario(scenario, pair, reader, documented));
      } finally {
        await reader.close();
      }
    }
  } finally {
    await pair.stop();
  }
}

const sum = (pick: (each: ScenarioReport) => number): number => reports.reduce((total, each) => total + pick(each), 0);
const failed = sum((each) => each.problems.length) + (workflow?.problems.length ?? 0);
console.log(
  `faults: ${reports.length + (workflow ? 1 : 0)} faults, ${sum((each) => each.writes)} writes: ${sum(({ count }) => count.acknowledged)} acknowledged, ${sum(({ count }) => count.acknowledgedButMissing)} of them missing; ${sum(({ count }) => count.unknown)} unknown, ${sum(({ count }) => count.unknownButApplied)} of them applied; ${sum(({ count }) => count.refused)} refused, ${sum(({ count }) => count.refusedButApplied)} of them applied; ${sum(({ count }) => count.appliedTwice)} applied twice; ${failed} problems`,
);
if (failed > 0 || reports.length === 0) process.exitCode = 1;
