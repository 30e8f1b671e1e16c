import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The tools that are compared. Together they are 257 MB, which no one but this benchmark needs, so that it installs them
 * itself, once, into the cache folder.
 */
const versions = { "aws-cdk-lib": "2.276.0", constructs: "10.8.1", "serverless-step-functions": "3.31.2" };

export const peerNames = {
  cdk: `aws-cdk-lib ${versions["aws-cdk-lib"]}`,
  serverless: `serverless-step-functions ${versions["serverless-step-functions"]}`,
};

/** A `require` that finds them, after installing them where they are not there yet. */
export function requirePeers(root: string): NodeJS.Require {
  const folder = join(root, "node_modules/.cache/iam-peers");
  const wanted = `${JSON.stringify({ private: true, dependencies: versions }, null, 2)}\n`;
  const manifest = join(folder, "package.json");
  const current = existsSync(manifest) ? readFileSync(manifest, "utf8") : "";
  if (current !== wanted) {
    mkdirSync(folder, { recursive: true });
    process.stderr.write("Installing the tools to compare with, once (257 MB).\n");
    writeFileSync(manifest, wanted);
    try {
      execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder], {
        stdio: ["ignore", "ignore", "inherit"],
      });
    } catch (error) {
      writeFileSync(manifest, "{}\n");
      throw error;
    }
  }
  return createRequire(manifest);
}
