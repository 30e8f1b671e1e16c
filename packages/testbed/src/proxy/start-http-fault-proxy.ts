import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import type { Certificate } from "./certificate.js";
import type { AnswerFault, FaultRule, TransportFault } from "./fault.js";
import type { FaultProxy, ProxyTarget } from "./fault-proxy.js";
import { FaultQueue } from "./fault-queue.js";
import { Gate } from "./gate.js";
import { LoopbackListener } from "./loopback-listener.js";

export interface HttpRequest {
  readonly method: string;
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

export type HttpFault = TransportFault | AnswerFault;
export type HttpFaultProxy = FaultProxy<HttpFault, HttpRequest>;

export interface HttpFaultProxyOptions {
  /** The server, which is spoken to without TLS. */
  readonly target: ProxyTarget;
  /** Where given, clients speak TLS to the proxy. */
  readonly certificate?: Certificate;
  /** Changes the server's answers, for servers that name their own address in them. */
  readonly rewriteAnswer?: (request: HttpRequest, body: Buffer) => Buffer;
}

/** Starts a proxy that knows where HTTP requests begin and end, and can answer them itself. */
export async function startHttpFaultProxy(options: HttpFaultProxyOptions): Promise<HttpFaultProxy> {
  const faults = new FaultQueue<HttpFault, HttpRequest>();
  const gate = new Gate();
  const handle = (incoming: IncomingMessage, response: ServerResponse) => {
    handleRequest(incoming, response).catch((error: NodeJS.ErrnoException) => {
      listener.reset(incoming.socket.remotePort);
      // With a code it is the network's: client or server went away in between. Without one it is our bug.
      if (error.code === undefined) throw error;
    });
  };
  const server = options.certificate
    ? createHttpsServer({ cert: options.certificate.certificate, key: options.certificate.privateKey }, handle)
    : createHttpServer(handle);
  const listener = await LoopbackListener.open(server);

  async function handleRequest(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const received: HttpRequest = {
      method: incoming.method ?? "GET",
      path: incoming.url ?? "/",
      headers: incoming.headers,
    };
    const body = await buffer(incoming);
    await gate.pass();
    const fault = faults.take(received);
    if (fault?.kind === "swallow") return;
    if (fault?.kind === "reset-before-forward") return listener.reset(incoming.socket.remotePort);
    if (fault?.kind === "answer") {
      response.writeHead(fault.status, { ...fault.headers }).end(fault.body);
      return;
    }
    if (fault?.kind === "delay") await sleep(fault.delayMs);
    const answer = await forward(options.target, incoming, body);
    await gate.pass();
    if (fault?.kind === "reset-after-forward") return listener.reset(incoming.socket.remotePort);
    const answerBody = options.rewriteAnswer?.(received, answer.body) ?? answer.body;
    response.writeHead(answer.status, { ...answer.headers, "content-length": String(answerBody.length) });
    response.end(answerBody);
  }

  return {
    host: listener.host,
    port: listener.port,
    injectFault: (rule: FaultRule<HttpFault, HttpRequest>) => faults.add(rule),
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

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

async function forward(target: ProxyTarget, incoming: IncomingMessage, body: Buffer): Promise<Answer> {
  const outgoing = request({
    host: target.host,
    port: target.port,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, connection: "close" },
    agent: false,
  });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  const { connection: _, "transfer-encoding": __, ...headers } = answer.headers;
  return { status: answer.statusCode ?? 502, headers, body: await buffer(answer) };
}
