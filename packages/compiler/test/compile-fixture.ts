import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type CompiledProject, Compiler } from "@treadle/compiler";
import type { PolicyHints } from "@treadle/iam";
import { onTestFinished } from "vitest";

/** Inside the package, so that the fixture's imports of `@treadle/*` resolve as a user's would. */
const parent = join(dirname(fileURLToPath(import.meta.url)), "..", ".treadle");

export interface Fixture {
  readonly root: string;
  readonly compiler: Compiler;
  readonly write: (files: { readonly [file: string]: string }) => void;
}

/** A project of these files in a folder of its own, removed after the test. */
export function createFixture(files: { readonly [file: string]: string }, hints?: PolicyHints): Fixture {
  const fixture = writeFixture(files, hints);
  onTestFinished(() => rmSync(fixture.root, { recursive: true, force: true }));
  return fixture;
}

/** Compiles a project of these files, once for several tests. */
export async function compileProject(files: { readonly [file: string]: string }): Promise<CompiledProject> {
  const { root, compiler } = writeFixture(files);
  try {
    return await compiler.compile();
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function writeFixture(files: { readonly [file: string]: string }, hints?: PolicyHints): Fixture {
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, "fixture-"));
  const write: Fixture["write"] = (changed) => {
    for (const [file, text] of Object.entries(changed)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  };
  write(files);
  return {
    root,
    write,
    compiler: new Compiler({
      root,
      workflows: ["workflows/*.ts"],
      sources: ["data/*.ts"],
      ...(hints && { policyHints: { W: hints } }),
    }),
  };
}

/** What every workflow of these tests starts with. */
const prelude = `import { lambda } from "@treadle/aws";
import { type Task, workflow } from "@treadle/workflow";
`;

/** Compiles one module of workflows, with hints for the workflow "W"; the prelude is one more line than the text given has. */
export async function compileModule(text: string, hints?: PolicyHints): Promise<CompiledProject> {
  return await createFixture({ "workflows/sample.ts": prelude + text }, hints).compiler.compile();
}

/** The definition of the only workflow; throws what kept it from being compiled. */
export async function compileDefinition(text: string, hints?: PolicyHints): Promise<Record<string, unknown>> {
  const { workflows, diagnostics } = await compileModule(text, hints);
  const [workflow] = workflows;
  if (!workflow || diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  return JSON.parse(workflow.definition) as Record<string, unknown>;
}
