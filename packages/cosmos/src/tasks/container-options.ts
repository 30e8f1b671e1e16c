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
  /** The container's indexing policy, as in Azure. Default: every property has a range index, and there is none for several. */
  readonly indexingPolicy?: IndexingPolicy;
  /** Equal to the account's default or weaker. Default: the account's. */
  readonly consistency?: CosmosConsistency;
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
    }
  | {
      /** An Entra application with a federated credential for the bridge function's role. */
      readonly federation: { readonly tenantId: string; readonly clientId: string };
    };
