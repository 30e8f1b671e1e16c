import type { AddressInfo, Server, Socket } from "node:net";

/** A server on a port of 127.0.0.1 that can be closed, with its connections, and opened again on the same port. */
export class LoopbackListener {
  readonly host = "127.0.0.1";
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #port = 0;

  private constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket: Socket) => {
      this.#sockets.add(socket);
      // A reset is what this proxy is for; nobody else needs to hear of it.
      socket.on("error", () => {});
      socket.once("close", () => this.#sockets.delete(socket));
    });
  }

  static async open(server: Server): Promise<LoopbackListener> {
    const listener = new LoopbackListener(server);
    await listener.reopen();
    return listener;
  }

  get port(): number {
    return this.#port;
  }

  async reopen(): Promise<void> {
    if (this.#server.listening) return;
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(this.#port, this.host, () => {
        this.#server.off("error", reject);
        resolve();
      });
    });
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#sockets) socket.resetAndDestroy();
    await closed;
  }

  /** Resets the TCP connection that comes from this port of the client, also under TLS, where only it can be reset. */
  reset(remotePort: number | undefined): void {
    for (const socket of this.#sockets) if (socket.remotePort === remotePort) socket.resetAndDestroy();
  }
}
