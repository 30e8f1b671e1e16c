import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** A run of its own: the other validators take a minute over all cases. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL("../../../..", import.meta.url)),
    include: ["packages/asl/test/second-opinions/second-opinions.check.ts"],
    testTimeout: 1_800_000,
  },
});
