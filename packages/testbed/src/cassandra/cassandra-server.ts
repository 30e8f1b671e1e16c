/** What a driver needs to reach a node as superuser. */
export interface CassandraConnection {
  readonly contactPoint: string;
  readonly port: number;
  readonly localDataCenter: string;
  readonly username: string;
  readonly password: string;
}

/** A Cassandra node of our own, with empty data at first. */
export interface CassandraServer extends CassandraConnection {
  /** Runs one statement as superuser and gives its rows. Values bind to `?` markers in their order. */
  execute(cql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Runs the statements of a script one after the other. */
  applySchema(script: string): Promise<void>;
  /** Ends the node as a crash would (SIGKILL); its data stay. */
  kill(): Promise<void>;
  /** Starts the node again on the same data and port, killing it first where it runs. */
  restart(): Promise<void>;
  /** Stops the process where it is (SIGSTOP): it holds its connections and says nothing, as in a very long pause. */
  pause(): void;
  /** Lets a paused process go on. */
  resume(): void;
  /** Ends the node and removes its data. */
  stop(): Promise<void>;
}
