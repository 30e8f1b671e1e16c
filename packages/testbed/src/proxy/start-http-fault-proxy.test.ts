import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { request } from "node:https";
import { text } from "node:stream/consumers";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Certificate, createCertificate } from "./certificate.js";
import { LoopbackListener } from "./loopback-listener.js";
import { type HttpFaultProxy, startHttpFaultProxy } from "./start-http-fault-proxy.js";

let certificate: Certificate;
let server: LoopbackListener;
let received: string[];
let proxy: HttpFaultProxy;

beforeAll(async () => {
  certificate = await createCertificate();
});

beforeEach(async () => {
  received = [];
  const http = createServer(async (incoming, response) => {
    const body = await text(incoming);
    received.push(`${incoming.method} ${incoming.url} ${body}`);
    response.setHeader("x-test", "kept").end(`answer to ${body}`);
  });
  server = await LoopbackListener.open(http);
  proxy = await startHttpFaultProxy({ target: server, certificate });
});

afterEach(async () => {
  await proxy.close();
  await server.close();
});

async function post(path: string, body: string, ca = certificate.certificate) {
  const outgoing = request({ host: proxy.host, port: proxy.port, path, method: "POST", ca, agent: false });
  outgoing.end(body);
  const [answer] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

test("speaks TLS to the client and passes request and answer on", async () => {
  expect(await post("/a?b=c", "one")).toMatchObject({
    status: 200,
    body: "answer to one",
    headers: { "x-test": "kept" },
  });
  expect(received).toEqual(["POST /a?b=c one"]);
});

test("is trusted only by its own certificate", async () => {
  const other = await createCertificate();
  await expect(post("/", "x", other.certificate)).rejects.toThrow(/certificate|self-signed/i);
});

test("answers in the server's place as often as asked", async () => {
  proxy.injectFault({ fault: { kind: "answer", status: 429, headers: { "x-wait": "5" }, body: "busy" }, requests: 2 });
  for (let i = 0; i < 2; i += 1) {
    expect(await post("/", "x")).toMatchObject({ status: 429, body: "busy", headers: { "x-wait": "5" } });
  }
  expect(received).toEqual([]);
  expect(await post("/", "x")).toMatchObject({ status: 200 });
});

test("resets under TLS before the server sees the request", async () => {
  proxy.injectFault({ fault: { kind: "reset-before-forward" } });
  await expect(post("/", "lost")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(received).toEqual([]);
});

test("resets in place of the answer, after the server has handled the request", async () => {
  proxy.injectFault({ fault: { kind: "reset-after-forward" }, matching: (each) => each.method === "POST" });
  await expect(post("/", "done")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(received).toEqual(["POST / done"]);
});

test("delays a request", async () => {
  proxy.injectFault({ fault: { kind: "delay", delayMs: 80 } });
  const start = performance.now();
  expect(await post("/", "slow")).toMatchObject({ status: 200 });
  expect(performance.now() - start).toBeGreaterThanOrEqual(75);
});

test("swallows a request", async () => {
  proxy.injectFault({ fault: { kind: "swallow" } });
  const outgoing = request({
    host: proxy.host,
    port: proxy.port,
    ca: certificate.certificate,
    agent: false,
    timeout: 60,
  });
  outgoing.end();
  await once(outgoing, "timeout");
  outgoing.on("error", () => {}).destroy();
  expect(received).toEqual([]);
});

test("refuses connections and accepts again", async () => {
  await proxy.refuseConnections();
  await expect(post("/", "x")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await proxy.acceptConnections();
  expect(await post("/", "x")).toMatchObject({ status: 200 });
});

test("holds requests until forwarding resumes", async () => {
  proxy.stopForwarding();
  const answer = post("/", "held");
  await expect(Promise.race([answer, new Promise((resolve) => setTimeout(() => resolve("held"), 60))])).resolves.toBe(
    "held",
  );
  proxy.resumeForwarding();
  expect(await answer).toMatchObject({ body: "answer to held" });
});

test("resets the client when the server is down", async () => {
  await server.close();
  await expect(post("/", "x")).rejects.toMatchObject({ code: "ECONNRESET" });
});
