import type { MissingRequirement } from "../../requirements/check-requirements.js";
import { emulatorIsBuilt } from "./emulator-binary.js";
import { findCargo, oldestCargo } from "./find-cargo.js";

/** What the Cosmos DB emulator needs and this machine lacks: Cargo, until it is built. */
export async function checkEmulatorRequirements(
  env: NodeJS.ProcessEnv = process.env,
): Promise<readonly MissingRequirement[]> {
  if (emulatorIsBuilt(env) || (await findCargo(env)) !== undefined) return [];
  return [
    {
      name: `Cargo 1.${oldestCargo}`,
      help:
        "The Cosmos DB emulator is built once with Cargo, which comes with Rust. Install Rust with rustup, or put cargo " +
        "on the PATH.",
    },
  ];
}
