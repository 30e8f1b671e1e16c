// npm run test:azure: the executor's suite on a real Cosmos DB account, or on the official emulator. See
// docs/guide/cosmos-at-run-time.md.
import { UserError } from "../lib/fail.mjs";
import { projectNode, root, vitest } from "../lib/paths.mjs";
import { runInForeground } from "../lib/run-in-foreground.mjs";

export const needsBuild = true;

const wanted = {
  TREADLE_COSMOS_ENDPOINT: "the account's endpoint, https://….documents.azure.com:443/",
  TREADLE_COSMOS_KEY: "its primary or secondary key; databases are created and deleted with it",
};

export async function run(args) {
  const missing = Object.keys(wanted).filter((name) => !process.env[name]);
  if (missing.length > 0) {
    const lines = missing.map((name) => `${name}: ${wanted[name]}`);
    throw new UserError(`test:azure reaches an account by environment variables. Set\n${lines.join("\n")}`, 2);
  }
  return runInForeground(projectNode, [vitest, "run", "--project", "azure", ...args], { cwd: root });
}
