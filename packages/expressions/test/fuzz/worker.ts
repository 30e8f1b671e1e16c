import { parentPort, workerData } from "node:worker_threads";
import { startJavaEngine } from "../java/java-engine.js";
import { type BatchRequest, runBatch } from "./run-batch.js";

/** A thread that runs one batch after the other, each on request, with a Java process of its own. */
const java = (workerData as { readonly withJava: boolean }).withJava ? startJavaEngine() : undefined;
const engine = typeof java === "string" ? undefined : java;

parentPort!.on("message", async (request: BatchRequest | "end") => {
  if (request === "end") {
    engine?.close();
    parentPort!.close();
  } else {
    parentPort!.postMessage(await runBatch(request, engine));
  }
});
