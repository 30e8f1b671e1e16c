import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { portAccepts } from "../process/port-accepts.js";
import { checkRequirements } from "../requirements/check-requirements.js";
import { describeWithCassandra } from "../vitest/describe-with-cassandra.js";
import type { CassandraServer } from "./cassandra-server.js";
import { connectClient } from "./connect-client.js";
import { startCassandra } from "./start-cassandra.js";

const readyWithinMs = 40_000;
const missing = await checkRequirements();

const schema = `
CREATE KEYSPACE testbed WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1};
-- A comment; with a semicolon.
CREATE TABLE testbed.notes (id int PRIMARY KEY, text text);
CREATE ROLE reader WITH PASSWORD = 'secret' AND LOGIN = true;
`;

describe.skipIf(missing.length > 0)("a node of its own", () => {
  let cassandra: CassandraServer;
  let readyAfterMs: number;
  const progress: string[] = [];

  beforeAll(async () => {
    const start = performance.now();
    cassandra = await startCassandra({ log: (message) => progress.push(message) });
    readyAfterMs = performance.now() - start;
    await cassandra.applySchema(schema);
  });

  afterAll(() => cassandra?.stop());

  test("is ready in time and tells of its progress", () => {
    const downloaded = progress.some((line) => line.startsWith("Downloading"));
    if (!downloaded) expect(readyAfterMs).toBeLessThan(readyWithinMs);
    expect(progress).toContain("Starting Cassandra");
  });

  test("runs statements, with values bound to markers", async () => {
    await cassandra.execute("INSERT INTO testbed.notes (id, text) VALUES (?, ?)", [1, "it's; here"]);
    expect(await cassandra.execute("SELECT text FROM testbed.notes WHERE id = ?", [1])).toMatchObject([
      { text: "it's; here" },
    ]);
  });

  test("enforces grants at once", async () => {
    const reader = await connectClient({ ...connectionOf(cassandra), username: "reader", password: "secret" });
    const select = "SELECT * FROM testbed.notes";
    await expect(reader.execute(select)).rejects.toMatchObject({ code: 8448 });
    await cassandra.execute("GRANT SELECT ON testbed.notes TO reader");
    await expect(reader.execute(select)).resolves.toBeDefined();
    await reader.shutdown();
  });

  test("says nothing while it is paused, and goes on afterwards", async () => {
    cassandra.pause();
    let answered = false;
    const running = cassandra.execute("SELECT * FROM testbed.notes").then(() => {
      answered = true;
    });
    await sleep(300);
    expect(answered).toBe(false);
    cassandra.resume();
    await running;
  });

  test("keeps schema and acknowledged writes when it crashes, on the same port", async () => {
    const { port } = cassandra;
    await cassandra.execute("INSERT INTO testbed.notes (id, text) VALUES (2, 'last')");
    await cassandra.kill();
    expect(await portAccepts(port)).toBe(false);
    await expect(cassandra.execute("SELECT * FROM testbed.notes")).rejects.toThrow("does not run");
    await cassandra.restart();
    expect(cassandra.port).toBe(port);
    expect(await cassandra.execute("SELECT text FROM testbed.notes WHERE id = 2")).toMatchObject([{ text: "last" }]);
  });

  test("is gone after stop", async () => {
    await cassandra.stop();
    expect(await portAccepts(cassandra.port)).toBe(false);
  });
});

describe.skipIf(missing.length > 0)("a node whose parent dies", () => {
  test.each(["starting", "ready"])("is gone, with its files, after SIGKILL while %s", async (when) => {
    const fixture = fileURLToPath(new URL("./fixtures/parent-with-cassandra.mjs", import.meta.url));
    const parent = spawn(process.execPath, [fixture], { stdio: ["ignore", "pipe", "inherit"] });
    let owned: { pid: number; folder: string } | undefined;
    for await (const line of createInterface(parent.stdout)) {
      const event = JSON.parse(line) as { state: string; pid: number; folder: string };
      if (event.state !== when) continue;
      owned = event;
      break;
    }
    expect(owned && existsSync(owned.folder)).toBe(true);
    parent.kill("SIGKILL");
    if (parent.exitCode === null && parent.signalCode === null) await once(parent, "exit");
    await vi.waitFor(() => {
      expect(() => process.kill(owned?.pid ?? 0, 0)).toThrow("ESRCH");
      expect(existsSync(owned?.folder ?? "")).toBe(false);
    }, 5_000);
  });
});

describe.skipIf(missing.length > 0)("a node that cannot start", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "treadle-failed-start-"));
    await mkdir(join(folder, "bin"));
    await mkdir(join(folder, "tmp"));
    const java = `#!/bin/sh\n[ "$1" = -version ] && echo 'openjdk version "17"' >&2 && exit\necho 'ERROR no memory'; exit 4\n`;
    await writeFile(join(folder, "bin", "java"), java);
    await chmod(join(folder, "bin", "java"), 0o755);
    vi.stubEnv("JAVA_17_HOME", folder);
    vi.stubEnv("TMPDIR", join(folder, "tmp"));
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  test("says what its log says and leaves nothing behind", async () => {
    await expect(startCassandra()).rejects.toThrow("Cassandra ended with 4. Its log says:\nERROR no memory");
    expect(await readdir(join(folder, "tmp"))).toEqual([]);
  });
});

describeWithCassandra("the shared node", (cassandra) => {
  test("can be reached from a test's own process", async () => {
    const client = await connectClient(cassandra());
    const result = await client.execute("SELECT release_version FROM system.local");
    expect(result.first().get("release_version")).toMatch(/^5\.0\./);
    await client.shutdown();
  });
});

function connectionOf({ contactPoint, port, localDataCenter, username, password }: CassandraServer) {
  return { contactPoint, port, localDataCenter, username, password };
}
