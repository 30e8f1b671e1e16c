import { expect, test } from "vitest";
import { explainFailure } from "./install.mjs";

test.each([
  [
    "a folder that pnpm-lock.yaml has no entry for",
    `Error: ERR_PNPM_PACKAGE_MANAGER_NO_IMPORTER

  × installing dependencies
  ╰─▶ Cannot install with "frozen-lockfile" because pnpm-lock.yaml has no
      \`importers["examples/mine"]\` entry. Regenerate the lockfile with
      \`pnpm install --lockfile-only\`.`,
  ],
  [
    "a dependency that was removed",
    `        specifiers in the lockfile don't match specifiers in package.json:
      * in importers["examples/mine"]:
      * 1 dependency was removed: @treadle/aws@workspace:*
  help: Regenerate the lockfile with \`pnpm install --lockfile-only\` so that
        pnpm-lock.yaml reflects the current package.json, then re-run \`pnpm
        install --frozen-lockfile\`.`,
  ],
])("says how to bring the lockfile up to date after %s", (_, output) => {
  expect(explainFailure(output)).toContain('Run "npx --yes pnpm@12 install" once');
});

test("says of other failures that the registry is needed", () => {
  const explained = explainFailure("ERR_PNPM_META_FETCH_FAIL getaddrinfo ENOTFOUND registry.npmjs.org");
  expect(explained).toContain("needs the package registry");
  expect(explained).not.toContain("pnpm@12 install");
});
