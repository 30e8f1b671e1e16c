import { connect } from "node:net";

/** Whether something listens on the port of 127.0.0.1. */
export function portAccepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    const settle = (accepts: boolean) => {
      socket.destroy();
      resolve(accepts);
    };
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
