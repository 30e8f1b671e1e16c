import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accountManifest } from "../../test/account-manifest.js";
import { checkRole } from "./check-role.js";
import { dataActionsOf, metadataAction } from "./data-actions.js";
import { type CosmosManifest, parseManifest } from "./manifest.js";

const containers = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";
const manifest = accountManifest("shop");
const all = [metadataAction, ...new Set(Object.values(manifest.statements).flatMap(dataActionsOf))];

describe("checkRole", () => {
  it("finds nothing where the role is what the statements need", () => {
    expect(checkRole(manifest, all)).toEqual({ missing: [], unused: [] });
  });

  it.each(all.filter((action) => action !== metadataAction))("names the statements that lack %s", (action) => {
    const { missing } = checkRole(
      manifest,
      all.filter((one) => one !== action),
    );
    expect(missing.length).toBeGreaterThan(0);
    for (const { statement } of missing) expect(dataActionsOf(manifest.statements[statement]!)).toContain(action);
  });

  it("refuses every statement without the right to read metadata", () => {
    const { missing } = checkRole(manifest, all.slice(1));
    expect(missing.map(({ statement }) => statement)).toEqual(Object.keys(manifest.statements));
  });

  it("names what no statement needs", () => {
    expect(checkRole(manifest, [...all, `${containers}/executeStoredProcedure`]).unused).toEqual([
      `${containers}/executeStoredProcedure`,
    ]);
  });

  it("takes a grant of all actions of a kind", () => {
    const wide = [metadataAction, `${containers}/*`, `${containers}/items/*`];
    expect(checkRole(manifest, wide)).toEqual({ missing: [], unused: [] });
    expect(checkRole(manifest, [metadataAction, `${containers}/items/*`]).missing).toContainEqual({
      statement: "openCarts",
      action: `${containers}/executeQuery`,
    });
  });

  it("holds for the committed role of the example", () => {
    const artifacts = `${import.meta.dirname}/../../../../examples/order-fulfilment/artifacts`;
    const read = (file: string): unknown => JSON.parse(readFileSync(`${artifacts}/${file}`, "utf8"));
    const parsed = parseManifest(read("carts.bridge.json"));
    const { roleDefinition } = read("carts.roles.json") as {
      roleDefinition: { Permissions: { DataActions: string[] }[] };
    };
    const granted = roleDefinition.Permissions.flatMap(({ DataActions }) => DataActions);
    const committed = parsed.ok ? parsed.manifest : ({} as CosmosManifest);
    expect(checkRole(committed, granted)).toEqual({ missing: [], unused: [] });
  });
});
