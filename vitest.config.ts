import { defineConfig } from "vitest/config";

const never = ["**/node_modules/**", "**/dist/**"];
const needsServers = "**/*.integration.test.ts";

// Built packages run in Node itself, as they do for users: the compiler's module hook works only there.
const server = { deps: { external: [/\/packages\/[^/]+\/dist\//, /\/typescript\.cjs$/] } };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          server,
          name: "unit",
          // Generous, since it only has to end tests that hang: a busy machine is no fault.
          testTimeout: 30_000,
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/test/**/*.test.ts",
            "tests/**/*.test.ts",
            "scripts/**/*.test.mjs",
          ],
          exclude: [
            ...never,
            needsServers,
            "tests/packed-install/**",
            "tests/types-cost/**",
            "tests/typescript-versions/**",
          ],
        },
      },
      {
        // Compiles every package's types once per supported version of TypeScript, and counts what workflows cost them.
        test: {
          name: "types",
          include: ["tests/typescript-versions/**/*.test.ts", "tests/types-cost/**/*.test.ts"],
          exclude: never,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          server,
          name: "examples",
          include: ["examples/**/*.test.ts"],
          exclude: [...never, needsServers],
          testTimeout: 60_000,
        },
      },
      {
        // The servers of `packages/testbed` are started once for all of these.
        test: {
          server,
          name: "integration",
          include: [
            `packages/*/src/${needsServers}`,
            `packages/*/test/${needsServers}`,
            `examples/${needsServers}`,
            `tests/${needsServers}`,
          ],
          exclude: never,
          globalSetup: "packages/testbed/src/vitest/global-setup.ts",
          testTimeout: 60_000,
          hookTimeout: 240_000,
        },
      },
      {
        // On an account that environment variables name; not a part of `npm test`.
        test: {
          server,
          name: "azure",
          include: ["packages/cosmos/test/**/*.azure.ts"],
          exclude: never,
          testTimeout: 120_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: "packed-install",
          include: ["tests/packed-install/**/*.test.ts"],
          exclude: never,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
