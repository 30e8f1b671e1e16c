import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkRequirements, MissingRequirementsError } from "./check-requirements.js";
import { findJava } from "./find-java.js";
import { findMaven } from "./find-maven.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "treadle-requirements-"));
});

afterEach(() => rm(folder, { recursive: true }));

async function fakeJava(home: string, version: string): Promise<string> {
  const file = join(folder, home, "bin", "java");
  await mkdir(join(folder, home, "bin"), { recursive: true });
  await writeFile(file, `#!/bin/sh\necho 'openjdk version "${version}"' >&2\n`);
  await chmod(file, 0o755);
  return file;
}

test("takes the Java 17 that JAVA_17_HOME names before that of JAVA_HOME", async () => {
  const first = await fakeJava("first", "17.0.1");
  await fakeJava("second", "17.0.2");
  const env = { JAVA_17_HOME: join(folder, "first"), JAVA_HOME: join(folder, "second") };
  expect(await findJava(env)).toBe(first);
});

test("passes over a Java of another version", async () => {
  await fakeJava("old", "11.0.2");
  const good = await fakeJava("good", "17.0.2");
  expect(await findJava({ JAVA_17_HOME: join(folder, "old"), JAVA_HOME: join(folder, "good") })).toBe(good);
});

test("finds Maven by MAVEN_HOME", async () => {
  await mkdir(join(folder, "bin"));
  await writeFile(join(folder, "bin", "mvn"), "");
  expect(findMaven({ MAVEN_HOME: folder, PATH: "" })).toBe(join(folder, "bin", "mvn"));
  expect(findMaven({ PATH: "" })).toBeUndefined();
});

test("asks for Maven while no jars are cached, and says how to get it", async () => {
  const missing = await checkRequirements({ PATH: "", XDG_CACHE_HOME: folder });
  const maven = missing.find((each) => each.name === "Maven");
  expect(maven?.help).toContain("install maven");
});

test("puts everything that is missing into one message", () => {
  const error = new MissingRequirementsError([
    { name: "Java 17", help: "Get it." },
    { name: "Maven", help: "Get that." },
  ]);
  expect(error.message).toBe("Java 17 is missing. Get it.\nMaven is missing. Get that.");
});
