import { expect, test } from "vitest";
import { cassandraYaml } from "./cassandra-yaml.js";

test("keeps every path inside the folder and every port as given", () => {
  const config = JSON.parse(cassandraYaml("/somewhere", { native: 1, storage: 2, sslStorage: 3 }));
  const paths = Object.entries(config).filter(([key]) => /director(?:y|ies)$/.test(key));
  expect(paths).toHaveLength(5);
  for (const [, path] of paths) expect(String(path)).toMatch(/^\/somewhere\//);
  expect(config).toMatchObject({ native_transport_port: 1, storage_port: 2, ssl_storage_port: 3 });
  expect(config.seed_provider[0].parameters).toEqual([{ seeds: "127.0.0.1:2" }]);
});

test("lets a second node join the first without logins, and wait no longer than asked", () => {
  const settings = { address: "127.0.0.2", seedAddress: "127.0.0.1", authentication: false, replicaTimeoutMs: 500 };
  const config = JSON.parse(cassandraYaml("/somewhere", { native: 1, storage: 2, sslStorage: 3 }, settings));
  expect(config).toMatchObject({
    listen_address: "127.0.0.2",
    rpc_address: "127.0.0.2",
    auto_bootstrap: false,
    authenticator: "AllowAllAuthenticator",
    write_request_timeout: "500ms",
  });
  expect(config.seed_provider[0].parameters).toEqual([{ seeds: "127.0.0.1:2" }]);
});
