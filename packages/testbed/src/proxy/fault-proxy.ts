import type { FaultRule } from "./fault.js";

/** Where the real server listens. */
export interface ProxyTarget {
  readonly host: string;
  readonly port: number;
}

/** A proxy on 127.0.0.1 whose behaviour a test changes while clients are connected. */
export interface FaultProxy<Fault, Request> {
  readonly host: string;
  readonly port: number;
  /** Adds a fault for coming requests. */
  injectFault(rule: FaultRule<Fault, Request>): void;
  clearFaults(): void;
  /** Closes the port and resets every connection; new ones are refused, as when a server is down. */
  refuseConnections(): Promise<void>;
  /** Opens the same port again. */
  acceptConnections(): Promise<void>;
  /** Holds everything that arrives, in both directions, as a network does that drops packets. */
  stopForwarding(): void;
  /** Forwards again, with what was held first. */
  resumeForwarding(): void;
  close(): Promise<void>;
}
