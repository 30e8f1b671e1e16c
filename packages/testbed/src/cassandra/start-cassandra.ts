import { tmpdir } from "node:os";
import { join } from "node:path";
import { Supervisor } from "../process/supervisor.js";
import type { Progress } from "../progress.js";
import { checkRequirements, MissingRequirementsError } from "../requirements/check-requirements.js";
import { findJava } from "../requirements/find-java.js";
import { findMaven } from "../requirements/find-maven.js";
import { installCassandraJars } from "./cassandra-jars.js";
import { CassandraNode, type CassandraNodeOptions } from "./cassandra-node.js";
import type { CassandraServer } from "./cassandra-server.js";

export interface StartCassandraOptions {
  readonly log?: Progress | undefined;
}

/**
 * Starts a single Cassandra 5.0 node with empty data on free ports of 127.0.0.1 and waits until the superuser can log in.
 * Its process and files are gone after `stop()`, and also when this process ends in any other way. The node takes about
 * 0.9 GB of memory.
 *
 * @throws {MissingRequirementsError} where Java 17, or Maven for the first download, is missing.
 */
export async function startCassandra(options: StartCassandraOptions = {}): Promise<CassandraServer> {
  return await startNode(options);
}

export async function startNode(
  options: StartCassandraOptions & Pick<CassandraNodeOptions, "settings" | "ports">,
): Promise<CassandraNode> {
  const missing = await checkRequirements();
  const java = await findJava();
  if (missing.length > 0 || java === undefined) throw new MissingRequirementsError(missing);
  const jars = await installCassandraJars(findMaven(), options.log);
  const supervisor = await Supervisor.start(join(tmpdir(), "treadle-cassandra-"));
  const node = new CassandraNode({ ...options, java, jars, supervisor });
  try {
    await node.start();
    return node;
  } catch (error) {
    await node.stop();
    throw error;
  }
}
