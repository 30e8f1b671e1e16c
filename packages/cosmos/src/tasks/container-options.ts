import type { IndexingPolicy } from "../checks/rule.js";
import type { CosmosConsistency } from "../contract/manifest.js";

/** Where a container is and how it is reached. Texts may hold `${Name}` placeholders, which deployment replaces. */
export interface ContainerOptions<Paths extends readonly string[] = readonly string[]> {
  /** Names the source's artifacts and functions. Default: the container's name. */
  readonly name?: string;
  /** The account's endpoint: `https://….documents.azure.com`, or a placeholder. */
  readonly account: string;
  readonly database: string;
  readonly container: string;
  /** One to three paths, outermost first: `["/tenant"]`. */
  readonly partitionKey: Paths;
  /** The container's unique keys: of the items of one partition, no two have the same values at the paths of a key. */
  readonly uniqueKeys?: readonly { readonly paths: readonly string[] }[];
  /** The container's default time to live: whole seconds from 1, or -1 for none but the items' own `ttl`. Default: off. */
  readonly ttl?: number;
  /** The container's indexing policy, as in Azure. Default: every property has a range index, and there is none for several. */
  readonly indexingPolicy?: IndexingPolicy;
  /**
   * Equal to the account's default or weaker. Default: the account's. With it and with `Session`, the session's token goes
   * from each statement of a workflow to the next, so that reads see the workflow's own writes.
   */
  readonly consistency?: CosmosConsistency;
  /** Regions of the account in the order in which the bridge tries them: `["West Europe"]`. Default: the account's order. */
  readonly preferredRegions?: readonly string[];
  /**
   * Items are compared with the item type when they are written (`Cosmos.InvalidParameter`) and when a point operation gives
   * them (`Cosmos.ItemShapeMismatch`). Properties beyond the type are let through. Default: false, the type is believed.
   */
  readonly checkItems?: boolean;
  /** The container's user-defined functions, each with the type of what it gives: `{ tax: "number" }`. Default: none. */
  readonly functions?: { readonly [name: string]: FunctionResult };
  readonly auth: ContainerAuth;
}

/** `unknown` stands for arrays, objects, and what differs from call to call. */
export type FunctionResult = "string" | "number" | "boolean" | "unknown";

/** The account key from AWS Secrets Manager, or a token of Microsoft Entra for the bridge function's role, without a secret. */
export type ContainerAuth =
  | {
      /** ARN of the secret that holds the account key. */
      readonly secret: string;
      /** ARN of the customer key that the secret is encrypted with. Default: the key of AWS Secrets Manager. */
      readonly secretKey?: string;
    }
  | {
      /** An Entra application with a federated credential for the bridge function's role. */
      readonly federation: { readonly tenantId: string; readonly clientId: string };
    };

/** Whether statements hand a session's token on: not where another level than the session's was asked for. */
export function keepsSessions({ consistency = "Session" }: ContainerOptions): boolean {
  return consistency === "Session";
}
