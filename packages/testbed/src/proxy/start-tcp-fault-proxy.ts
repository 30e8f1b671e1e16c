import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { FaultRule, TransportFault } from "./fault.js";
import type { FaultProxy, ProxyTarget } from "./fault-proxy.js";
import { FaultQueue } from "./fault-queue.js";
import { Gate } from "./gate.js";
import { LoopbackListener } from "./loopback-listener.js";

/** What a client sent in one piece: for drivers that write a frame at a time, one or more whole requests. */
export type TcpRequest = Buffer;
export type TcpFaultProxy = FaultProxy<TransportFault, TcpRequest>;

/** Starts a proxy for any protocol over TCP, such as Cassandra's. */
export async function startTcpFaultProxy(target: ProxyTarget): Promise<TcpFaultProxy> {
  const faults = new FaultQueue<TransportFault, TcpRequest>();
  const gate = new Gate();
  const listener = await LoopbackListener.open(
    createServer((client) => new ProxiedConnection(client, target, faults, gate).run()),
  );
  return {
    host: listener.host,
    port: listener.port,
    injectFault: (rule: FaultRule<TransportFault, TcpRequest>) => faults.add(rule),
    clearFaults: () => faults.clear(),
    refuseConnections: () => listener.close(),
    acceptConnections: () => listener.reopen(),
    stopForwarding: () => gate.close(),
    resumeForwarding: () => gate.open(),
    close: async () => {
      await listener.close();
      gate.open();
    },
  };
}

class ProxiedConnection {
  readonly #client: Socket;
  readonly #server: Socket;
  readonly #faults: FaultQueue<TransportFault, TcpRequest>;
  readonly #gate: Gate;
  #resetAtAnswer = false;

  constructor(client: Socket, target: ProxyTarget, faults: FaultQueue<TransportFault, TcpRequest>, gate: Gate) {
    this.#client = client;
    this.#server = connect(target.port, target.host);
    this.#faults = faults;
    this.#gate = gate;
  }

  run(): void {
    this.#client.once("close", () => this.#server.destroy());
    this.#server.on("error", () => this.#reset());
    this.#server.once("close", () => this.#client.destroy());
    // A broken pipe ends the loop of either direction; the handlers above have seen to the other socket.
    this.#forwardRequests().catch(() => this.#client.destroy());
    this.#forwardAnswers().catch(() => this.#client.destroy());
  }

  async #forwardRequests(): Promise<void> {
    for await (const request of this.#client as AsyncIterable<Buffer>) {
      await this.#gate.pass();
      const fault = this.#faults.take(request);
      if (fault?.kind === "swallow") continue;
      if (fault?.kind === "reset-before-forward") return this.#reset();
      if (fault?.kind === "reset-after-forward") this.#resetAtAnswer = true;
      if (fault?.kind === "delay") await sleep(fault.delayMs);
      this.#server.write(request);
    }
    this.#server.end();
  }

  async #forwardAnswers(): Promise<void> {
    for await (const answer of this.#server as AsyncIterable<Buffer>) {
      await this.#gate.pass();
      if (this.#resetAtAnswer) return this.#reset();
      this.#client.write(answer);
    }
    this.#client.end();
  }

  #reset(): void {
    this.#client.resetAndDestroy();
    this.#server.destroy();
  }
}
