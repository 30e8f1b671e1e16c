export interface CassandraPorts {
  readonly native: number;
  readonly storage: number;
  readonly sslStorage: number;
}

/** The node's configuration. JSON is YAML, so no YAML library is needed. Unknown keys are refused by the server. */
export function cassandraYaml(folder: string, ports: CassandraPorts): string {
  return `${JSON.stringify(
    {
      cluster_name: "testbed",
      partitioner: "org.apache.cassandra.dht.Murmur3Partitioner",
      endpoint_snitch: "SimpleSnitch",
      num_tokens: 1,
      listen_address: "127.0.0.1",
      rpc_address: "127.0.0.1",
      native_transport_port: ports.native,
      storage_port: ports.storage,
      ssl_storage_port: ports.sslStorage,
      seed_provider: [
        {
          class_name: "org.apache.cassandra.locator.SimpleSeedProvider",
          parameters: [{ seeds: `127.0.0.1:${ports.storage}` }],
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
      authenticator: "PasswordAuthenticator",
      authorizer: "CassandraAuthorizer",
      role_manager: "CassandraRoleManager",
      // Without caching a GRANT or REVOKE acts at the next request.
      permissions_validity: "0ms",
      roles_validity: "0ms",
      credentials_validity: "0ms",
    },
    null,
    2,
  )}\n`;
}
