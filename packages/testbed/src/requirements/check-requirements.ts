import { cassandraJarsAreCached } from "../cassandra/cassandra-jars.js";
import { findJava } from "./find-java.js";
import { findMaven } from "./find-maven.js";

export interface MissingRequirement {
  readonly name: string;
  /** What needs it and how to get it, in one or two sentences. */
  readonly help: string;
}

/**
 * What the Cassandra server needs and this machine lacks; empty where all is there. Maven is asked for only while the
 * server's jars are not in the cache folder yet. The Cosmos server needs nothing.
 */
export async function checkRequirements(env: NodeJS.ProcessEnv = process.env): Promise<readonly MissingRequirement[]> {
  const missing: MissingRequirement[] = [];
  if ((await findJava(env)) === undefined) {
    missing.push({
      name: "Java 17",
      help:
        "Cassandra runs on Java 17. On Debian and Ubuntu install openjdk-17-jdk-headless, elsewhere any JDK 17; " +
        "where several are installed set JAVA_17_HOME to its folder.",
    });
  }
  if (findMaven(env) === undefined && !cassandraJarsAreCached(env)) {
    missing.push({
      name: "Maven",
      help:
        "Cassandra's jars are downloaded once with Maven. On Debian and Ubuntu install maven, elsewhere put mvn on the " +
        "PATH or set MAVEN_HOME to its folder.",
    });
  }
  return missing;
}

/** What `checkRequirements` found, as an error whose message names everything that is missing. */
export class MissingRequirementsError extends Error {
  override readonly name = "MissingRequirementsError";
  readonly requirements: readonly MissingRequirement[];

  constructor(requirements: readonly MissingRequirement[]) {
    super(describeMissingRequirements(requirements));
    this.requirements = requirements;
  }
}

export function describeMissingRequirements(requirements: readonly MissingRequirement[]): string {
  return requirements.map((requirement) => `${requirement.name} is missing. ${requirement.help}`).join("\n");
}
