import { readFileSync } from "node:fs";
import type { CompiledProject, CompiledWorkflow } from "@treadle/compiler";
import { type Diagnostic, hasErrors } from "@treadle/diagnostics";
import type { Json } from "@treadle/workflow";
import { bridgeFunctionPlaceholder, type DataSourceExecutor } from "@treadle/workflow/data-source";
import type { Profile } from "../config/define-config.js";
import { cliDiagnostics } from "../diagnostics.js";
import { runLocally } from "../local/run-locally.js";
import { formatRun } from "../terminal/format-run.js";
import { UsageError } from "../usage-error.js";
import type { Command, CommandContext } from "./command.js";

export interface RunOptions {
  readonly workflow: string;
  readonly input?: string;
  readonly profile: string;
  readonly json?: boolean;
}

/** `treadle run WORKFLOW`: compiles, then runs the emitted definition against the databases of a profile. */
export const run: Command<RunOptions> = async (context, options) => {
  const { compiler, terminal } = context;
  const project = await compiler.compile();
  if (hasErrors(project.diagnostics)) {
    terminal.diagnostics(project.diagnostics);
    return 1;
  }
  const workflow = project.workflows.find(({ name }) => name === options.workflow);
  if (!workflow) {
    const known = project.workflows.map(({ name }) => name);
    throw new UsageError(cliDiagnostics["unknown-workflow"]({ name: options.workflow, known }));
  }
  const input = options.input === undefined ? {} : readInput(options.input);
  const profile = await startProfile(context, options.profile);
  const executors = new Map<string, DataSourceExecutor>();
  const close = async () => {
    await Promise.allSettled([...executors.values()].map((executor) => executor.close()));
    await profile.close?.();
  };
  const interrupted = () => void close().finally(() => process.exit(130));
  process.once("SIGINT", interrupted);
  try {
    const missing = [
      ...(await startExecutors(project, workflow, profile, options.profile, executors)),
      ...missingFunctions(project, workflow, profile, options.profile),
    ];
    if (missing.length > 0) {
      terminal.diagnostics(missing);
      return 1;
    }
    const { name, type, definition } = workflow;
    const functions = profile.functions ?? {};
    const result = await runLocally({ workflow: name, type, definition, input, executors, functions });
    terminal.print(options.json ? JSON.stringify(result, null, 2) : formatRun(result));
    return result.execution.status === "SUCCEEDED" ? 0 : 1;
  } finally {
    process.removeListener("SIGINT", interrupted);
    await close();
  }
};

function readInput(file: string): Json {
  try {
    return JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8")) as Json;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(cliDiagnostics["input-not-readable"]({ file, error: reason }));
  }
}

export async function startProfile({ config }: CommandContext, name: string): Promise<Profile> {
  const profile = config.profiles[name];
  if (profile === undefined) {
    throw new UsageError(cliDiagnostics["unknown-profile"]({ name, known: Object.keys(config.profiles) }));
  }
  if (typeof profile !== "function") return profile;
  try {
    return await profile();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(cliDiagnostics["profile-failed"]({ name, error: reason }));
  }
}

/** One executor for each data source that the workflow uses; what the profile does not know is reported. */
async function startExecutors(
  project: CompiledProject,
  workflow: CompiledWorkflow,
  profile: Profile,
  profileName: string,
  executors: Map<string, DataSourceExecutor>,
): Promise<Diagnostic[]> {
  const missing: Diagnostic[] = [];
  for (const source of project.sources.keys()) {
    if (!workflow.usedSources.has(source.name)) continue;
    const connection = profile.sources?.[source.name];
    if (connection === undefined) {
      missing.push(cliDiagnostics["missing-connection"]({ source: source.name, profile: profileName }));
      continue;
    }
    const manifest = project.artifacts.find(({ file }) => file === `${source.name}.bridge.json`);
    const { createExecutor } = await source.loadExecutor();
    executors.set(source.name, createExecutor(JSON.parse(manifest?.text ?? "null"), connection));
  }
  return missing;
}

/** The Lambda functions that the workflow calls and the profile does not have, bridges aside. */
function missingFunctions(
  project: CompiledProject,
  workflow: CompiledWorkflow,
  profile: Profile,
  profileName: string,
): Diagnostic[] {
  const bridges = new Set([...project.sources.keys()].map(({ name }) => bridgeFunctionPlaceholder(name).name));
  return workflow.functionPlaceholders
    .filter((placeholder) => !bridges.has(placeholder) && profile.functions?.[placeholder] === undefined)
    .map((placeholder) => cliDiagnostics["missing-function"]({ placeholder, profile: profileName }));
}
