import { connect } from "node:net";

/** Whether something listens on the port, by default of 127.0.0.1. */
export function portAccepts(port: number, host = "127.0.0.1"): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const settle = (accepts: boolean) => {
      socket.destroy();
      resolve(accepts);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
