import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LoopbackListener } from "./loopback-listener.js";
import { startTcpFaultProxy, type TcpFaultProxy } from "./start-tcp-fault-proxy.js";

let echo: LoopbackListener;
let received: string[];
let proxy: TcpFaultProxy;
const clients: Socket[] = [];

beforeEach(async () => {
  received = [];
  const server = createServer((socket) => {
    socket.on("data", (data) => {
      received.push(data.toString());
      socket.write(`re:${data}`);
    });
  });
  echo = await LoopbackListener.open(server);
  proxy = await startTcpFaultProxy(echo);
});

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await proxy.close();
  await echo.close();
});

async function open(): Promise<Socket> {
  const client = connect(proxy.port, proxy.host);
  clients.push(client);
  await once(client, "connect");
  return client;
}

async function ask(client: Socket, text: string): Promise<string> {
  client.write(text);
  const [answer] = await once(client, "data");
  return String(answer);
}

test("forwards both ways", async () => {
  expect(await ask(await open(), "hello")).toBe("re:hello");
});

test("delays one request, not the next", async () => {
  const client = await open();
  proxy.injectFault({ fault: { kind: "delay", delayMs: 80 } });
  const start = performance.now();
  expect(await ask(client, "slow")).toBe("re:slow");
  expect(performance.now() - start).toBeGreaterThanOrEqual(75);
  expect(await ask(client, "next")).toBe("re:next");
});

test("resets before the server sees the request", async () => {
  proxy.injectFault({ fault: { kind: "reset-before-forward" } });
  await expect(ask(await open(), "lost")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(received).toEqual([]);
});

test("resets in place of the answer, after the server has handled the request", async () => {
  proxy.injectFault({ fault: { kind: "reset-after-forward" } });
  await expect(ask(await open(), "done")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect(received).toEqual(["done"]);
});

test("hits only requests that match", async () => {
  const client = await open();
  proxy.injectFault({ fault: { kind: "reset-before-forward" }, matching: (bytes) => bytes.includes("bad") });
  expect(await ask(client, "good")).toBe("re:good");
  await expect(ask(client, "bad")).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("swallows a request and keeps the connection", async () => {
  const client = await open();
  proxy.injectFault({ fault: { kind: "swallow" } });
  client.write("nobody hears this");
  await sleep(50);
  expect(await ask(client, "hello")).toBe("re:hello");
  expect(received).toEqual(["hello"]);
});

test("refuses connections, resets open ones, and accepts again on the same port", async () => {
  const client = await open();
  const error = once(client, "close");
  const { port } = proxy;
  await proxy.refuseConnections();
  await error.catch(() => {});
  await expect(open()).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await proxy.acceptConnections();
  expect(proxy.port).toBe(port);
  expect(await ask(await open(), "again")).toBe("re:again");
});

test("holds traffic and forwards it later", async () => {
  const client = await open();
  proxy.stopForwarding();
  const answer = ask(client, "held");
  await sleep(50);
  expect(received).toEqual([]);
  proxy.resumeForwarding();
  expect(await answer).toBe("re:held");
});

test("resets the client when nobody listens behind it", async () => {
  await echo.close();
  const client = connect(proxy.port, proxy.host);
  clients.push(client);
  const [error] = await once(client, "error");
  expect(error).toMatchObject({ code: "ECONNRESET" });
});
