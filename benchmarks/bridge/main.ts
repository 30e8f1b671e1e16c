import { createExecutor } from "@treadle/cassandra/executor";
import { startCassandra } from "@treadle/testbed";
import { BareDriver } from "./bare-driver.ts";
import { measureHeap } from "./measure-heap.ts";
import { measureRates } from "./measure-rates.ts";
import { idOf, manifest, orderOf, schema } from "./shop.ts";
import type { Figure, Work } from "./workload.ts";

/**
 * Reads and writes per second through the executor against the bare driver, on the same node and at the same concurrency, and
 * the heap after 100,000 and after 1,000,000 statements. `--rates` leaves the heap out, `--heap` the rates.
 */
const rowCount = 5_000;
const only = process.argv[2];

const node = await startCassandra({ log: (message) => console.error(message) });
try {
  await node.applySchema(schema);
  const { contactPoint, port, localDataCenter, username, password } = node;
  const connection = { contactPoints: [contactPoint], port, localDataCenter, credentials: { username, password } };
  const executor = createExecutor(manifest, connection);
  const bare = new BareDriver(node);
  const call = { signal: new AbortController().signal };
  const trace = { execution: "bench", state: "bench", attempt: 0 };
  const throughExecutor: Record<"writes" | "reads", Work> = {
    writes: (index) => executor.execute({ statement: "write", params: orderOf(index % rowCount), trace }, call),
    reads: (index) => executor.execute({ statement: "read", params: { id: idOf(index % rowCount) }, trace }, call),
  };
  const throughDriver: Record<"writes" | "reads", Work> = {
    writes: (index) => bare.write(orderOf(index % rowCount)),
    reads: (index) => bare.read(idOf(index % rowCount)),
  };
  const figures: Figure[] = [];
  if (only !== "--heap") figures.push(await measureRates({ bare: throughDriver, executor: throughExecutor }));
  if (only !== "--rates") figures.push(await measureHeap(throughExecutor));
  await executor.close();
  await bare.close();
  console.log(`bridge: ${figures.map(({ text }) => text).join("; ")}`);
  if (figures.some(({ isReached }) => !isReached)) process.exitCode = 1;
} finally {
  await node.stop();
}
