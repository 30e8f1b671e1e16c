import type { ConnectionOptions } from "node:tls";
import { BridgeError } from "@treadle/workflow/data-source";
import * as v from "valibot";

/** How a bridge reaches a Cassandra cluster. */
export interface CassandraConnection {
  /** Host names or addresses of some nodes; the others are found through them. */
  readonly contactPoints: readonly string[];
  /** Default 9042. */
  readonly port?: number;
  /** Only nodes of this data centre are asked. */
  readonly localDataCenter: string;
  /**
   * Either fixed, or read from a secret when a connection is made and again when the server refuses what was read before,
   * so that a rotated password is followed. Left out where the cluster asks for none.
   */
  readonly credentials?: Credentials | { readonly secret: () => Promise<Credentials> };
  /**
   * Ask the contact points only, not the nodes found through them: where nodes know each other by addresses that cannot be
   * reached from here, as behind a tunnel. Default false.
   */
  readonly onlyContactPoints?: boolean;
  /**
   * Signs the continuations of pages, the same text in all instances of the bridge and at least 16 characters. Without it
   * they are tied to their statement and parameters all the same, but whoever may call the bridge could make one up, and
   * with it read other rows of the same table.
   */
  readonly continuationKey?: string;
  /** Options of `tls.connect`; left out for a connection without TLS. */
  readonly sslOptions?: ConnectionOptions;
}

/**
 * What a secret holds. With `cert` and `key` the client shows a certificate: for clusters that ask for one, or that take it for
 * the login.
 */
export interface Credentials {
  readonly username: string;
  readonly password: string;
  /** PEM, added to `sslOptions`; new ones are used by the connections that are made after a rotation. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

const pem = v.exactOptional(v.string());
const credentialsSchema = v.object({ username: v.string(), password: v.string(), ca: pem, cert: pem, key: pem });

const connectionSchema = v.strictObject({
  contactPoints: v.pipe(v.array(v.string()), v.minLength(1)),
  port: v.exactOptional(v.pipe(v.number(), v.integer())),
  localDataCenter: v.pipe(v.string(), v.nonEmpty()),
  credentials: v.exactOptional(v.union([credentialsSchema, v.object({ secret: v.function() })])),
  onlyContactPoints: v.exactOptional(v.boolean()),
  continuationKey: v.exactOptional(v.pipe(v.string(), v.minLength(16))),
  sslOptions: v.exactOptional(v.custom<ConnectionOptions>((value) => typeof value === "object" && value !== null)),
});

/** @throws {BridgeError} `Cassandra.InvalidConnection`, naming what is wrong but no value. */
export function parseConnection(value: unknown): CassandraConnection {
  const parsed = v.safeParse(connectionSchema, value);
  if (parsed.success) return value as CassandraConnection;
  const paths = parsed.issues.map((issue) => v.getDotPath(issue) ?? "connection");
  throw new BridgeError("Cassandra.InvalidConnection", {
    message: `The connection is not complete or not of the right types: ${[...new Set(paths)].join(", ")}.`,
    outcome: "permanent",
  });
}
