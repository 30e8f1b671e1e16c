import { describe, inject } from "vitest";
import type { CosmosConnection } from "../cosmos/cosmos-server.js";
import "./provided-servers.js";

/**
 * `describe` for tests that need the shared Cosmos DB emulator. Where it cannot be built they are skipped, by name. Each file
 * makes a database of its own, since all files share the emulator.
 */
export function describeWithCosmosEmulator(name: string, tests: (emulator: () => CosmosConnection) => void): void {
  const connection = inject("cosmosEmulator");
  describe.skipIf(connection === undefined)(name, () => {
    tests(() => {
      if (!connection) throw new Error("The Cosmos DB emulator is there only while a test runs.");
      return connection;
    });
  });
}
