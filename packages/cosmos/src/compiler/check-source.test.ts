import { readFileSync } from "node:fs";
import type { CallSite, TaskDefinition } from "@treadle/workflow";
import type { CheckedSource, TypeShape } from "@treadle/workflow/data-source";
import { describe, expect, it } from "vitest";
import { cart } from "../../test/carts.js";
import { parseManifest } from "../contract/manifest.js";
import type { ContainerOptions } from "../tasks/container-options.js";
import { type ContainerSource, createContainerSource } from "../tasks/container-source.js";

const options: ContainerOptions = {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  account: "${CartsAccountEndpoint}",
  database: "shop",
  container: "carts",
  partitionKey: ["/tenant"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
  auth: { secret: "${CartsSecretArn}" },
};

function siteAt(line: number, literal = true): CallSite {
  return { location: { file: "data/carts.ts", line, column: 20 }, literalArguments: [true, literal] };
}

async function check(
  declare: (carts: ContainerSource) => void,
  changes: Partial<ContainerOptions> = {},
  item: TypeShape | undefined = cart,
): Promise<CheckedSource> {
  const carts = createContainerSource({ ...options, ...changes }, siteAt(3));
  declare(carts);
  const compiler = await carts.loadCompiler();
  return compiler.check(carts, { readText: () => undefined, typeArguments: () => (item ? [item] : []) });
}

function findings(checked: CheckedSource): readonly string[] {
  return checked.diagnostics.map(({ code, message, location }) => `${location?.line} ${code}: ${message}`);
}

function artifact(checked: CheckedSource, file: string): unknown {
  return JSON.parse(checked.artifacts.find((each) => each.file === file)!.text);
}

describe("checking a container", () => {
  it("writes the statements that were declared, as the bridge takes them", async () => {
    const checked = await check((carts) => {
      carts.query("openCarts", "SELECT c.id, c.note FROM c WHERE c.tenant = @tenant AND c.pay.kind = @kind");
      carts.query("count", "SELECT VALUE COUNT(1) FROM c", { crossPartition: true, result: "one" });
      carts.query("ofAcme", "SELECT VALUE c.id FROM c WHERE c.tenant = 'acme'");
      carts.patch("addLine", [
        { op: "add", path: "/lines/-", param: "line" },
        { op: "set", path: "/active", value: true },
      ]);
      carts.patch("annotate", [{ op: "set", path: "/note", param: "note" }]);
      void [carts.read, carts.create, carts.read];
    });
    expect(findings(checked)).toEqual([]);
    const manifest = artifact(checked, "carts.bridge.json");
    expect(manifest).toEqual({
      kind: "cosmos",
      source: "carts",
      database: "shop",
      container: "carts",
      partitionKey: ["/tenant"],
      sessionTokens: true,
      statements: {
        addLine: {
          operation: "patch",
          idempotent: false,
          operations: [
            { op: "add", path: "/lines/-", value: { param: "line" } },
            { op: "set", path: "/active", value: { value: true } },
          ],
          params: { line: { types: ["object"] } },
        },
        annotate: {
          operation: "patch",
          idempotent: true,
          operations: [{ op: "set", path: "/note", value: { param: "note" } }],
          params: { note: { types: ["string"] } },
        },
        count: {
          operation: "query",
          idempotent: true,
          text: "SELECT VALUE COUNT(1) FROM c",
          params: {},
          crossPartition: true,
          result: "one",
        },
        create: { operation: "create", idempotent: false },
        ofAcme: {
          operation: "query",
          idempotent: true,
          text: "SELECT VALUE c.id FROM c WHERE c.tenant = 'acme'",
          params: {},
          partitionKey: [{ value: "acme" }],
          crossPartition: false,
          result: "rows",
        },
        openCarts: {
          operation: "query",
          idempotent: true,
          text: "SELECT c.id, c.note FROM c WHERE c.tenant = @tenant AND c.pay.kind = @kind",
          params: { tenant: { types: ["string"] }, kind: { types: ["string"] } },
          partitionKey: [{ param: "tenant" }],
          crossPartition: false,
          result: "rows",
        },
        read: { operation: "read", idempotent: true },
      },
    });
    expect(Object.keys((manifest as { statements: object }).statements)).toEqual([...checked.statements.keys()]);
    expect(parseManifest(manifest)).toMatchObject({ ok: true });
  });

  it("grants the data actions of the operations that are used, on the container alone", async () => {
    const checked = await check((carts) => {
      void carts.upsert;
      carts.query("all", "SELECT VALUE c.id FROM c", { crossPartition: true });
    });
    const containers = "Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers";
    expect(artifact(checked, "carts.roles.json")).toEqual({
      roleDefinition: {
        RoleName: "treadle-carts",
        Type: "CustomRole",
        AssignableScopes: ["/dbs/shop/colls/carts"],
        Permissions: [
          {
            DataActions: [
              "Microsoft.DocumentDB/databaseAccounts/readMetadata",
              `${containers}/executeQuery`,
              `${containers}/items/upsert`,
              `${containers}/readChangeFeed`,
            ],
          },
        ],
      },
      roleAssignment: {
        RoleDefinitionName: "treadle-carts",
        // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
        PrincipalId: "${CartsPrincipalId}",
        Scope: "/dbs/shop/colls/carts",
      },
    });
  });

  it("says what the bridge's own role needs", async () => {
    const withSecret = await check(() => {});
    expect(withSecret.bridgeAccess.map(({ actions, resources }) => [actions, resources])).toEqual([
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
      [["secretsmanager:GetSecretValue"], ["${CartsSecretArn}"]],
    ]);
    expect(withSecret.placeholders).toEqual([
      { name: "CartsAccountEndpoint", kind: "text" },
      { name: "CartsSecretArn", kind: "secret-arn" },
      { name: "CartsPrincipalId", kind: "text" },
    ]);
    const federated = await check(() => {}, { auth: { federation: { tenantId: "t", clientId: "c" } } });
    expect(federated.bridgeAccess.map(({ actions }) => actions)).toEqual([["sts:GetWebIdentityToken"]]);
  });

  it("repeats what is idempotent only, and asks for a catch where it is not", async () => {
    const { statements } = await check((carts) => void [carts.upsert, carts.create]);
    expect(statements.get("upsert")?.outcomeUnknown).toBeUndefined();
    expect(statements.get("create")?.outcomeUnknown).toBe("Cosmos.OutcomeUnknown");
    const repeated = (name: string) => statements.get(name)?.retry.flatMap(({ errorEquals }) => errorEquals);
    expect(repeated("upsert")).toContain("Lambda.ServiceException");
    expect(repeated("upsert")).toContain("Cosmos.RequestTimeout");
    expect(repeated("create")).toEqual([
      "Cosmos.TooManyRequests",
      "Cosmos.PartitionMoved",
      "Cosmos.RetryWith",
      "Cosmos.ClientTimeout",
      "Lambda.TooManyRequestsException",
      "Cosmos.ConnectionFailed",
      "Cosmos.WriteForbidden",
      "Cosmos.Unauthorized",
      "Cosmos.SecretUnavailable",
    ]);
    for (const { retry } of statements.values()) {
      for (const { jitterStrategy } of retry) expect(jitterStrategy).toBe("FULL");
    }
  });

  it("writes the generated types, and the diagnostics of wrong texts as types", async () => {
    const checked = await check((carts) => {
      carts.query("openCarts", "SELECT c.id, c.note FROM c WHERE c.tenant = @tenant");
      carts.query("lines", "SELECT l.sku\n  FROM c JOIN l IN c.lines\n  WHERE c.tenant = @tenant");
      carts.query("wrong", "SELECT c.nope FROM c WHERE c.tenant = @tenant");
      carts.query("count", "SELECT VALUE COUNT(1) FROM c", { crossPartition: true, result: "one" });
    });
    expect(checked.artifacts).toEqual([]);
    expect([...checked.statements.keys()]).toEqual(["count", "lines", "openCarts"]);
    const [generated] = checked.generated;
    expect(generated?.file).toBe("data/carts.gen.ts");
    expect(generated?.text).toBe(readFileSync(new URL("../../test/carts.gen.ts", import.meta.url), "utf8"));
  });

  it("places diagnostics at the call of the query", async () => {
    const checked = await check((carts) => {
      carts.$at(siteAt(12)).query("wrong", "SELECT c.nope FROM c WHERE c.tenant = @tenant");
      carts.$at(siteAt(13)).query("broken", "SELECT FROM c");
      carts.$at(siteAt(14, false)).query("computed", "SELECT c.id FROM c WHERE c.tenant = @tenant");
    });
    expect(findings(checked)).toEqual([
      '12 cosmos/unknown-property: c has no property "nope" (at 1:10 of the query). Did you mean "note"?',
      '13 cosmos/syntax-error: The query cannot be read: "FROM" stands where an expression is expected (at 1:8 of the query).',
      '14 cosmos/text-not-literal: The text of query "computed" is no literal.',
    ]);
  });

  it("reports names that are taken, reserved or no names", async () => {
    const text = "SELECT c.id FROM c WHERE c.tenant = @tenant";
    const checked = await check((carts) => {
      for (const name of ["ids", "ids", "read", "my-ids"]) carts.$at(siteAt(5)).query(name, text);
    });
    expect(findings(checked)).toEqual([
      '5 cosmos/statement-name: "ids" names two statements of this source.',
      '5 cosmos/statement-name: "read" is the name of an operation of every source.',
      '5 cosmos/statement-name: "my-ids" must be a name of letters, digits and _.',
    ]);
  });

  it("reports wrong declarations", async () => {
    expect(findings(await check(() => {}, { partitionKey: ["/tenent"] }))).toEqual([
      '3 cosmos/declaration-invalid: The declaration of "carts" is not right: the item type has no property at the partition key path /tenent.',
    ]);
    expect(findings(await check(() => {}, { partitionKey: ["/lines"] }))).toEqual([
      '3 cosmos/declaration-invalid: The declaration of "carts" is not right: the partition key at /lines must be a text, a number, a boolean or null.',
    ]);
    const untyped = await check(() => {}, {}, { kind: "unknown" });
    expect(findings(untyped)).toEqual(['3 cosmos/item-type-unknown: The item type of "carts" cannot be read.']);
    expect(untyped.artifacts).toEqual([]);
  });

  it("reports patches that the service or the item type refuses", async () => {
    const checked = await check((carts) => {
      carts.$at(siteAt(7)).patch(
        "bad",
        [
          { op: "set", path: "/nope", value: 1 },
          { op: "incr", path: "/note", value: 1 },
          { op: "set", path: "/total", value: "much" },
          { op: "set", path: "/tenant", param: "id" },
        ],
        { condition: "FROM c WHERE c.totl > 1" },
      );
      carts.$at(siteAt(8)).patch("empty", []);
    });
    expect(findings(checked)).toEqual([
      '7 cosmos/patch-invalid: Patch "bad": the item type has no path /nope.',
      '7 cosmos/patch-invalid: Patch "bad": /note is string, and only numbers can be incremented.',
      '7 cosmos/patch-invalid: Patch "bad": /total is number, so it cannot become "much".',
      '7 cosmos/patch-invalid: Patch "bad": /tenant is part of the partition key, which cannot be changed.',
      '7 cosmos/patch-invalid: Patch "bad": its condition is wrong: c has no property "totl". Did you mean "total"?',
      '7 cosmos/patch-invalid: Patch "bad": a parameter cannot be called id.',
      '8 cosmos/patch-invalid: Patch "empty": a patch has 1 to 10 steps, not 0.',
    ]);
  });

  it("writes batches, bulk operations and pages, and the rights that they need", async () => {
    const checked = await check((carts) => {
      carts.batch("checkout", [
        { op: "create", item: "order" },
        { op: "patch", id: "cartId", steps: [{ op: "set", path: "/note", param: "note" }] },
        { op: "delete", id: "draftId" },
      ]);
      carts.bulk("importCarts", "upsert");
      carts.pages("allCarts", "SELECT c.id FROM c", { crossPartition: true, pageSize: 500 });
    });
    expect(findings(checked)).toEqual([]);
    const manifest = artifact(checked, "carts.bridge.json");
    expect((manifest as { statements: object }).statements).toEqual({
      allCarts: {
        operation: "pages",
        idempotent: true,
        text: "SELECT c.id FROM c",
        params: {},
        crossPartition: true,
        pageSize: 500,
      },
      checkout: {
        operation: "batch",
        idempotent: false,
        operations: [
          { op: "create", item: "order" },
          { op: "patch", id: "cartId", operations: [{ op: "set", path: "/note", value: { param: "note" } }] },
          { op: "delete", id: "draftId" },
        ],
        params: { note: { types: ["string"] } },
      },
      importCarts: { operation: "bulk", idempotent: true, kind: "upsert" },
    });
    expect(parseManifest(manifest)).toMatchObject({ ok: true });
    const roles = artifact(checked, "carts.roles.json") as {
      roleDefinition: { Permissions: { DataActions: string[] }[] };
    };
    expect(roles.roleDefinition.Permissions[0]!.DataActions.map((action) => action.split("/").at(-1))).toEqual([
      "readMetadata",
      "executeQuery",
      "create",
      "delete",
      "replace",
      "upsert",
      "readChangeFeed",
    ]);
    expect([...checked.statements.values()].map(({ name, outcomeUnknown }) => [name, outcomeUnknown])).toEqual([
      ["allCarts", undefined],
      ["checkout", "Cosmos.OutcomeUnknown"],
      ["importCarts", undefined],
    ]);
  });

  it("reports unique keys, a time to live and regions that the service refuses", async () => {
    const checked = await check(() => {}, {
      uniqueKeys: [{ paths: ["/orderId"] }, { paths: ["/order"] }, { paths: [] }],
      ttl: 0,
      preferredRegions: ["West Europe", "West Europe"],
      indexingPolicy: { compositeIndexes: [[{ path: "/total" }]] },
    });
    expect(findings(checked)).toEqual(
      [
        "the item type has no unique key path /order",
        "a unique key has 1 to 16 paths, not 0",
        "a composite index has 2 to 8 paths, not 1",
        "its ttl is 0, but must be -1 or whole seconds from 1 to 2,147,483,647",
        "its preferred regions name one twice",
      ].map((problem) => `3 cosmos/declaration-invalid: The declaration of "carts" is not right: ${problem}.`),
    );
  });

  it("reports a ttl of the item that is no number of seconds", async () => {
    const ttl = (type: TypeShape): TypeShape =>
      cart.kind === "object" ? { ...cart, properties: { ...cart.properties, ttl: { type, optional: true } } } : cart;
    expect(findings(await check(() => {}, {}, ttl({ kind: "string" })))).toEqual([
      '3 cosmos/declaration-invalid: The declaration of "carts" is not right: the service reads an item\'s ttl as seconds, so its type must be a number.',
    ]);
    expect(findings(await check(() => {}, {}, ttl({ kind: "number" })))).toEqual([]);
  });

  it("lets the bridge use the customer key of its secret, and gives the order of regions on", async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
    const auth = { secret: "${CartsSecretArn}", secretKey: "${CartsKeyArn}" };
    const checked = await check((carts) => void carts.read, {
      auth,
      uniqueKeys: [{ paths: ["/orderId", "/pay/kind"] }],
      ttl: -1,
      preferredRegions: ["West Europe", "North Europe"],
    });
    expect(findings(checked)).toEqual([]);
    expect(checked.bridgeAccess[1]).toEqual({
      actions: ["kms:Decrypt"],
      resources: [auth.secretKey],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
      conditions: { StringEquals: { "kms:ViaService": "secretsmanager.${Region}.amazonaws.com" } },
      reason: "The secret that the bridge of carts reads is encrypted with this key.",
    });
    expect(checked.placeholders).toEqual(
      expect.arrayContaining([
        { name: "CartsKeyArn", kind: "kms-key-arn" },
        { name: "Region", kind: "region" },
      ]),
    );
    expect(artifact(checked, "carts.bridge.json")).toMatchObject({ preferredRegions: ["West Europe", "North Europe"] });
  });

  it("gives the bridge the item type where items are to be compared with it", async () => {
    const checked = await check((carts) => void carts.read, { checkItems: true });
    const manifest = artifact(checked, "carts.bridge.json");
    expect(manifest).toMatchObject({ itemShape: cart });
    expect(parseManifest(manifest)).toMatchObject({ ok: true });
  });

  it("hands the session on, but not where another consistency is asked for", async () => {
    const read = async (changes: Partial<ContainerOptions>) => {
      let task: TaskDefinition | undefined;
      const checked = await check((carts) => {
        task = carts.read.definition;
      }, changes);
      return { task: task!, manifest: artifact(checked, "carts.bridge.json") };
    };
    const session = await read({ consistency: "Session" });
    expect(session.manifest).toMatchObject({ consistency: "Session", sessionTokens: true });
    expect(session.task.session?.name).toBe("carts");
    const eventual = await read({ consistency: "Eventual" });
    expect(eventual.manifest).not.toHaveProperty("sessionTokens");
    expect(eventual.task.session).toBeUndefined();
  });

  it("reports batches that the service or the item type refuses", async () => {
    const checked = await check((carts) => {
      carts.$at(siteAt(7)).batch("bad", [
        { op: "create", item: "order" },
        { op: "delete", id: "order" },
        { op: "patch", id: "partitionKey", steps: [{ op: "set", path: "/nope", value: 1 }] },
      ]);
      carts.$at(siteAt(8)).batch("empty", []);
    });
    expect(findings(checked)).toEqual([
      '7 cosmos/batch-invalid: Batch "bad": order names item and id at once.',
      '7 cosmos/batch-invalid: Batch "bad": only the partition key can be called partitionKey.',
      '7 cosmos/batch-invalid: Batch "bad": in operation 3, the item type has no path /nope.',
      '8 cosmos/batch-invalid: Batch "empty": a batch has 1 to 100 operations, not 0.',
    ]);
  });

  it("reports pages of a wrong size, and a parameter that pages have themselves", async () => {
    const checked = await check((carts) => {
      carts
        .$at(siteAt(7))
        .pages("bad", "SELECT c.id FROM c WHERE c.tenant = @tenant AND c.note = @continuation", { pageSize: 0 });
    });
    expect(findings(checked)).toEqual([
      '7 cosmos/pages-invalid: Pages "bad": its page size is 0, but must be a whole number from 1 to 1,000.',
      '7 cosmos/pages-invalid: Pages "bad": its query cannot have a parameter @continuation, since the place of the next page is called so.',
    ]);
  });

  it("places findings inside the text, where the literal is written as it reads", async () => {
    const source = 'import x;\n\nexport const q = carts.query("bad", "SELECT c.totl FROM c WHERE c.tenant = @t");\n';
    const carts = createContainerSource(options, siteAt(1));
    const site = {
      location: { file: "data/carts.ts", line: 3, column: 24 },
      literalArguments: [true, true],
      argumentLocations: [
        { file: "data/carts.ts", line: 3, column: 30 },
        { file: "data/carts.ts", line: 3, column: 37 },
      ],
    };
    carts.$at(site).query("bad", "SELECT c.totl FROM c WHERE c.tenant = @t");
    const compiler = await carts.loadCompiler();
    const { diagnostics } = await compiler.check(carts, { readText: () => source, typeArguments: () => [cart] });
    expect(diagnostics[0]?.location).toEqual({ file: "data/carts.ts", line: 3, column: 47, length: 4 });
    expect(source.split("\n")[2]!.slice(46, 50)).toBe("totl");
  });

  it("gives the same bytes whatever the order of declaration", async () => {
    const texts = ["SELECT c.id FROM c WHERE c.tenant = @t", "SELECT c.note FROM c WHERE c.tenant = @t"] as const;
    const [first, second] = await Promise.all(
      [texts, [...texts].reverse()].map((order) =>
        check((carts) => {
          for (const text of order) carts.query(text === texts[0] ? "ids" : "notes", text);
        }),
      ),
    );
    expect(second?.artifacts).toEqual(first?.artifacts);
    expect(second?.generated).toEqual(first?.generated);
  });
});
