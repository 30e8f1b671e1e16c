import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createExecutor as createShopExecutor } from "@treadle/cassandra/executor";
import { formatRun, runLocally } from "@treadle/cli";
import { createExecutor as createCartsExecutor } from "@treadle/cosmos/executor";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import { charge } from "./functions/charge.ts";
import { refund } from "./functions/refund.ts";
import { toCarts, toShop } from "./local/connections.ts";
import { recordAnswers, recordedExecutor } from "./local/recorded-answers.ts";
import { startDatabases } from "./local/start-databases.ts";

/*
 * The demo of the README: compiles the example, starts both databases, and runs the emitted definition on three orders.
 * `--record` writes the answers that machines without Java replay.
 */
const folder = fileURLToPath(new URL(".", import.meta.url));
const inputs = ["paid-order", "out-of-stock", "unknown-order"];
const say = (text: string) => process.stdout.write(`${text}\n`);
const progress = (text: string) => process.stderr.write(`  ${text}\n`);

function compile(): void {
  say("Compiling examples/order-fulfilment");
  const cli = fileURLToPath(new URL("node_modules/@treadle/cli/dist/main.js", import.meta.url));
  const { status } = spawnSync(process.execPath, [cli, "build"], { cwd: folder, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  for (const file of readdirSync(`${folder}artifacts`).sort()) {
    say(`  artifacts/${file}  ${statSync(`${folder}artifacts/${file}`).size} bytes`);
  }
}

const readText = (file: string) => readFileSync(`${folder}${file}`, "utf8");
const readJson = (file: string) => JSON.parse(readText(file));

compile();
say("\nStarting the databases");
const databases = await startDatabases(progress);
const executors = new Map<string, DataSourceExecutor>();
let exitCode = 0;
const stop = async () => {
  await Promise.allSettled([...executors.values()].map((executor) => executor.close()));
  await databases.stop();
};
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stop().finally(() => process.exit(130)));
}
try {
  const { cassandra, cosmos, missing } = databases;
  if (missing !== undefined) {
    say(`\n${missing}\nThe Cassandra steps are answered from recordings instead, and marked so. All else is real.`);
  }
  const shop =
    cassandra && recordAnswers(createShopExecutor(readJson("artifacts/shop.bridge.json"), toShop(cassandra)));
  executors.set("shop", shop ?? recordedExecutor());
  executors.set("carts", createCartsExecutor(readJson("artifacts/carts.bridge.json"), toCarts(cosmos)));
  for (const name of inputs) {
    say(`\nRunning FulfilOrder on inputs/${name}.json`);
    const run = await runLocally({
      workflow: "FulfilOrder",
      type: "STANDARD",
      definition: readText("artifacts/FulfilOrder.asl.json"),
      input: readJson(`inputs/${name}.json`),
      executors,
      functions: { ChargeFunctionArn: charge, RefundFunctionArn: refund },
      recorded: new Set(cassandra ? [] : ["shop"]),
    });
    say(formatRun(run));
    const expected = name === "unknown-order" ? "FAILED" : "SUCCEEDED";
    if (run.execution.status !== expected) exitCode = 1;
  }
  if (process.argv.includes("--record")) shop?.save();
} finally {
  say("\nStopping the databases");
  await stop();
}
say(
  exitCode === 0
    ? "\nDone: two orders ended as they should, and the unknown one failed by its name, as it should.\n" +
        "Read on in examples/order-fulfilment: workflows/fulfil-order.ts, and what it becomes in artifacts/."
    : "\nAn order did not end as it should.",
);
process.exitCode = exitCode;
