import { type AddressInfo, createServer, type Server } from "node:net";

/**
 * Ports of 127.0.0.1 that nobody listens on now. Another process may still take one before the caller does, so a caller
 * has to be ready to try again.
 */
export async function findFreePorts(count: number): Promise<number[]> {
  // All are held at once, else the same port could be found twice.
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
  return ports;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
}
