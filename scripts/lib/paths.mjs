import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const installed = (...parts) => join(root, "node_modules", ...parts);

/** The Node.js that the project develops with, whatever the machine has. */
export const projectNode = installed("node", "bin", "node");
export const tsc = installed("typescript", "bin", "tsc");
export const biome = installed("@biomejs", "biome", "bin", "biome");
export const vitest = installed("vitest", "vitest.mjs");
/** Things that may be made again at any time: tarballs, a record of the last installation. */
export const cacheFolder = installed(".cache", "treadle");
