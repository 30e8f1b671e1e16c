import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import { callFailing, createCertificate } from "@treadle/testbed";
import { expect, it } from "vitest";
import { sampleManifest } from "../../test/sample-manifest.js";
import { createExecutor } from "./create-executor.js";

it("shows the certificate that the secret holds, and trusts the authority in it", async () => {
  const [server, client] = await Promise.all([createCertificate(), createCertificate()]);
  const listener = createServer({
    key: server.privateKey,
    cert: server.certificate,
    ca: client.certificate,
    requestCert: true,
    rejectUnauthorized: true,
  });
  const shown: string[] = [];
  // It is no Cassandra, so it ends the connection once the certificates are exchanged.
  listener.on("secureConnection", (socket: TLSSocket) => {
    shown.push(socket.getPeerX509Certificate()?.toString() ?? "none");
    socket.destroy();
  });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  const login = { username: "u", password: "p" };
  const secret = async () => ({ ...login, ca: server.certificate, cert: client.certificate, key: client.privateKey });
  const open = (credentials: object) =>
    createExecutor(sampleManifest("shop"), {
      contactPoints: ["127.0.0.1"],
      port,
      localDataCenter: "dc",
      credentials,
      sslOptions: {},
    });
  const executor = open({ secret });
  const without = open({ ...login, ca: server.certificate });
  try {
    const error = await callFailing(executor, "viewsOf", { page: "a" });
    expect(error.details.outcome).toBe("not-applied");
    expect(shown.length).toBeGreaterThan(0);
    expect(shown[0]?.trim()).toBe(client.certificate.trim());
    const before = shown.length;
    expect((await callFailing(without, "viewsOf", { page: "a" })).details.outcome).toBe("not-applied");
    expect(shown).toHaveLength(before);
  } finally {
    await executor.close();
    await without.close();
    listener.close();
  }
});
