import { createHttpServer } from "@vercel/cosmosdb-server";
import { LoopbackListener } from "../../proxy/loopback-listener.js";

/** Starts `@vercel/cosmosdb-server` in this process, without TLS; its data live in memory. */
export function startVercelServer(): Promise<LoopbackListener> {
  return LoopbackListener.open(createHttpServer());
}
