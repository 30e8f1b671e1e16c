export interface CassandraPorts {
  readonly native: number;
  readonly storage: number;
  readonly sslStorage: number;
}

/** What differs between a node of its own and a node of a pair. */
export interface CassandraSettings {
  /** Where the node listens. */
  readonly address: string;
  /** Of the node that is there first; both of a pair use the same ports. */
  readonly seedAddress: string;
  readonly authentication: boolean;
  /** How long a coordinator waits for replicas, in place of the server's seconds. */
  readonly replicaTimeoutMs?: number;
}

export const singleNode: CassandraSettings = { address: "127.0.0.1", seedAddress: "127.0.0.1", authentication: true };

/** The node's configuration. JSON is YAML, so no YAML library is needed. Unknown keys are refused by the server. */
export function cassandraYaml(folder: string, ports: CassandraPorts, settings: CassandraSettings = singleNode): string {
  const { address, seedAddress } = settings;
  return `${JSON.stringify(
    {
      cluster_name: "testbed",
      partitioner: "org.apache.cassandra.dht.Murmur3Partitioner",
      endpoint_snitch: "SimpleSnitch",
      num_tokens: 1,
      listen_address: address,
      rpc_address: address,
      native_transport_port: ports.native,
      storage_port: ports.storage,
      ssl_storage_port: ports.sslStorage,
      seed_provider: [
        {
          class_name: "org.apache.cassandra.locator.SimpleSeedProvider",
          parameters: [{ seeds: `${seedAddress}:${ports.storage}` }],
        },
      ],
      data_file_directories: [`${folder}/data`],
      commitlog_directory: `${folder}/commitlog`,
      saved_caches_directory: `${folder}/saved_caches`,
      hints_directory: `${folder}/hints`,
      cdc_raw_directory: `${folder}/cdc_raw`,
      // An acknowledged write survives SIGKILL only so; the default, periodic, may lose the last seconds.
      commitlog_sync: "batch",
      auto_snapshot: false,
      memtable_allocation_type: "heap_buffers",
      disk_access_mode: "standard",
      user_defined_functions_enabled: true,
      materialized_views_enabled: true,
      sasi_indexes_enabled: true,
      // A node that joins without bootstrapping has none of the data that is there before it.
      auto_bootstrap: address === seedAddress,
      authenticator: settings.authentication ? "PasswordAuthenticator" : "AllowAllAuthenticator",
      authorizer: settings.authentication ? "CassandraAuthorizer" : "AllowAllAuthorizer",
      role_manager: "CassandraRoleManager",
      // Without caching a GRANT or REVOKE acts at the next request.
      permissions_validity: "0ms",
      roles_validity: "0ms",
      credentials_validity: "0ms",
      ...timeouts(settings.replicaTimeoutMs),
    },
    null,
    2,
  )}\n`;
}

function timeouts(milliseconds: number | undefined): { readonly [setting: string]: string } {
  if (milliseconds === undefined) return {};
  const kinds = ["read", "range", "write", "counter_write"].map((kind) => `${kind}_request_timeout`);
  return Object.fromEntries([...kinds, "cas_contention_timeout"].map((name) => [name, `${milliseconds}ms`]));
}
