import { type BridgeCall, BridgeError, type ExecutedStatement } from "@treadle/workflow/data-source";
import type { CosmosManifest } from "../contract/manifest.js";
import type { ClientHolder } from "./client-holder.js";
import { toPartitionKey } from "./run-point-operation.js";
import { isMissing, toBridgeError } from "./to-bridge-error.js";

/** An id that no one uses: not finding it proves that one could. */
const probeId = "treadle-preflight-probe";

/**
 * Finds out before the first write whether the account answers, the key or identity works, and the container is the one
 * that was compiled against.
 *
 * @throws {BridgeError} `Cosmos.PreflightFailed`
 */
export async function checkDatabase(
  clients: ClientHolder,
  manifest: CosmosManifest,
  call: BridgeCall,
): Promise<ExecutedStatement> {
  try {
    return await probe(clients, manifest, call.signal);
  } catch (error) {
    const failure = toBridgeError(error, undefined);
    throw new BridgeError(
      "Cosmos.PreflightFailed",
      { ...failure.details, error: failure.name, database: manifest.database, container: manifest.container },
      { cause: error },
    );
  }
}

async function probe(
  clients: ClientHolder,
  manifest: CosmosManifest,
  abortSignal: AbortSignal,
): Promise<ExecutedStatement> {
  const container = (await clients.client()).database(manifest.database).container(manifest.container);
  const { resource, requestCharge } = await container.read({ abortSignal });
  const paths = resource?.partitionKey?.paths ?? [];
  if (paths.join() !== manifest.partitionKey.join()) {
    throw new BridgeError("Cosmos.ContainerDrift", {
      message: `The container's partition key is ${paths.join(", ")}, and was compiled as ${manifest.partitionKey.join(", ")}.`,
      outcome: "permanent",
    });
  }
  // A role that may not read items has no read statement either.
  const reads = Object.values(manifest.statements).some(({ operation }) => operation === "read");
  if (!reads) return { result: null, measures: { requestUnits: requestCharge } };
  const key = toPartitionKey(manifest.partitionKey.map(() => probeId));
  const response = await container.item(probeId, key).read({ abortSignal });
  isMissing(response);
  return { result: null, measures: { requestUnits: requestCharge + response.requestCharge } };
}
