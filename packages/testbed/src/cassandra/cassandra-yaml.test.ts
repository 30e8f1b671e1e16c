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
