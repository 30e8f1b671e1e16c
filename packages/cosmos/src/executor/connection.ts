import type { Agent } from "node:https";
import type { ConnectionPolicy, CosmosClientOptions } from "@azure/cosmos";
import { BridgeError } from "@treadle/workflow/data-source";
import * as v from "valibot";

/** How a bridge reaches a Cosmos DB account: by its key, by an identity, or by a token for the container. */
export interface CosmosConnection {
  /** `https://<account>.documents.azure.com:443/` */
  readonly endpoint: string;
  /**
   * The account key: fixed, or read from a secret when the client is made and again when the service refuses what was read
   * before, so that a rotated key is followed.
   */
  readonly key?: string | { readonly secret: () => Promise<string> };
  /**
   * A resource token for the container, in place of a key: what a broker gives for an hour or so, and is asked for again when
   * the service refuses it.
   */
  readonly resourceToken?: string | { readonly secret: () => Promise<string> };
  /** An identity of Microsoft Entra, in place of a key. */
  readonly tokenCredential?: NonNullable<CosmosClientOptions["aadCredentials"]>;
  /**
   * Added to the executor's own settings, field by field. `useMultipleWriteLocations` and `enablePartitionLevelFailover` let
   * the SDK repeat writes that are not idempotent.
   */
  readonly connectionPolicy?: ConnectionPolicy;
  /** For a certificate authority of one's own; `ca` is the short form. */
  readonly agent?: Agent;
  /** Certificates in PEM that are trusted for this account alone. */
  readonly ca?: string;
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

const secret = v.union([v.string(), v.object({ secret: v.function() })]);

const connectionSchema = v.pipe(
  v.strictObject({
    endpoint: v.pipe(v.string(), v.url()),
    key: v.exactOptional(secret),
    resourceToken: v.exactOptional(secret),
    tokenCredential: v.exactOptional(v.custom<NonNullable<CosmosConnection["tokenCredential"]>>(isObject)),
    connectionPolicy: v.exactOptional(v.custom<ConnectionPolicy>(isObject)),
    agent: v.exactOptional(v.custom<Agent>(isObject)),
    ca: v.exactOptional(v.string()),
  }),
  v.check(
    ({ key, resourceToken, tokenCredential }) =>
      [key, resourceToken, tokenCredential].filter((one) => one !== undefined).length === 1,
  ),
);

/** @throws {BridgeError} `Cosmos.InvalidConnection`, naming what is wrong but no value. */
export function parseConnection(value: unknown): CosmosConnection {
  const parsed = v.safeParse(connectionSchema, value);
  if (parsed.success) return value as CosmosConnection;
  const paths = parsed.issues.map((issue) => v.getDotPath(issue) ?? "one of key, resourceToken, tokenCredential");
  throw new BridgeError("Cosmos.InvalidConnection", {
    message: `The connection is not complete or not of the right types: ${[...new Set(paths)].join(", ")}.`,
    outcome: "permanent",
  });
}
