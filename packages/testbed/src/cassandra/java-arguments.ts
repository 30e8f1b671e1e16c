const exportedPackages = [
  "java.base/jdk.internal.misc",
  "java.base/java.lang.ref",
  "java.base/sun.nio.ch",
  "java.sql/java.sql",
  "java.management.rmi/com.sun.jmx.remote.internal.rmi",
  "java.management/com.sun.jmx.remote.security",
  "java.rmi/sun.rmi.registry",
  "java.rmi/sun.rmi.server",
  "jdk.unsupported/sun.misc",
  "jdk.compiler/com.sun.tools.javac.file",
  "jdk.attach/sun.tools.attach",
];

const openedPackages = [
  "java.base/java.lang",
  "java.base/java.lang.module",
  "java.base/java.lang.reflect",
  "java.base/java.io",
  "java.base/java.nio",
  "java.base/java.util",
  "java.base/java.util.concurrent",
  "java.base/java.net",
  "java.base/jdk.internal.loader",
  "java.base/jdk.internal.ref",
  "java.base/jdk.internal.reflect",
  "java.base/jdk.internal.math",
  "java.base/jdk.internal.module",
  "java.base/jdk.internal.util.jar",
  "java.base/sun.nio.ch",
  "jdk.management/com.sun.management.internal",
  "jdk.compiler/com.sun.tools.javac",
];

const heap = "512m";

/** A node of its own waits for no other; one that joins must have heard of the ring before it takes its part. */
const startAlone = ["-Dcassandra.ring_delay_ms=0", "-Dcassandra.skip_wait_for_gossip_to_settle=0"];
const startJoining = ["-Dcassandra.ring_delay_ms=5000"];

/** The command line of a node whose configuration lies in `folder`; tuned to be ready soon, not to be fast later. */
export function javaArguments(folder: string, jars: string, joins = false): string[] {
  return [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    // Else a file in the machine's temporary folder would outlive a killed server.
    "-XX:-UsePerfData",
    `-Djava.io.tmpdir=${folder}/tmp`,
    `-Djna.tmpdir=${folder}/tmp`,
    `-javaagent:${jars}/jamm-0.4.0.jar`,
    "-Djdk.attach.allowAttachSelf=true",
    "-Dio.netty.tryReflectionSetAccessible=true",
    ...exportedPackages.flatMap((name) => ["--add-exports", `${name}=ALL-UNNAMED`]),
    ...openedPackages.flatMap((name) => ["--add-opens", `${name}=ALL-UNNAMED`]),
    "-cp",
    `${folder}/conf:${jars}/*`,
    `-Dcassandra.config=file://${folder}/conf/cassandra.yaml`,
    `-Dcassandra.storagedir=${folder}`,
    "-Dcassandra-foreground=yes",
    ...(joins ? startJoining : startAlone),
    "-Dcassandra.superuser_setup_delay_ms=0",
    "org.apache.cassandra.service.CassandraDaemon",
  ];
}
