import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { BuildCache } from "@treadle/compiler/files";
import { CommanderError, Command as CommandLine, Option } from "commander";
import type { Command, CommandContext } from "./commands/command.js";
import type { IamOptions } from "./commands/iam.js";
import { LazyCompiler } from "./commands/lazy-compiler.js";
import type { RunOptions } from "./commands/run.js";
import type { SchemaPullOptions } from "./commands/schema-pull.js";
import type { ValidateOptions } from "./commands/validate.js";
import { validateFormats } from "./commands/validate-formats.js";
import { loadConfig } from "./config/load-config.js";
import { Terminal } from "./terminal/terminal.js";
import { UsageError } from "./usage-error.js";

/** Commands are imported when they are run: each brings what only it needs. Exit codes: 0 fine, 1 something is wrong with the project or the run, 2 wrong usage. */
export async function main(args: readonly string[]): Promise<number> {
  let exitCode = 0;
  const program = new CommandLine("treadle")
    .description("AWS Step Functions workflows as typed TypeScript, compiled to reviewed artifacts.")
    .version(ownVersion(), "--version", "print the version of the command")
    .option("-c, --config <file>", "configuration file (default: treadle.config.ts here or above)")
    .exitOverride()
    .showHelpAfterError();

  const action =
    <O extends object>(load: () => Promise<Command<O>>) =>
    async (options: O & { watch?: boolean }) => {
      const context = await prepare(program.opts<{ config?: string }>().config);
      const command = await load();
      const once = () => command(context, options);
      if (!options.watch) exitCode = await once();
      else exitCode = await (await import("./commands/watch.js")).runWatching(context, once);
    };

  program
    .command("build")
    .description("compile all workflows and write their artifacts")
    .option("--check", "write nothing; fail when a committed artifact is missing or stale")
    .option("--watch", "build again after each change")
    .option("--no-cache", "compile also where nothing has changed since the last build")
    .action(action(async () => (await import("./commands/build.js")).build));
  program
    .command("check")
    .description("check types, expressions and statements, and write the generated query types")
    .option("--frozen", "write nothing; fail when generated types are stale")
    .option("--against <profile>", "compare schema files with the databases of this profile, too")
    .option("--watch", "check again after each change")
    .option("--no-cache", "check also where nothing has changed since the last time")
    .action(action(async () => (await import("./commands/check.js")).check));
  program
    .command("schema")
    .description("schema files and live databases")
    .command("pull <source>")
    .description("write a data source's schema file from a live database")
    .option("-p, --profile <name>", "profile of treadle.config.ts that says how to reach it (default: local)")
    .option("--contact-point <host...>", "nodes to ask, in the place of a profile")
    .option("--port <number>", "their port", Number)
    .option("--user <name>", "user name, with --password-stdin")
    .option("--password-stdin", "read the password from standard input")
    .option("--force", "replace a file that is there")
    .action((source: string, options: Omit<SchemaPullOptions, "source">) =>
      action(async () => (await import("./commands/schema-pull.js")).schemaPull)({ ...options, source }),
    );
  program
    .command("run <workflow>")
    .description("run the emitted definition of a workflow locally, against the databases of a profile")
    .option("-i, --input <file>", "JSON file with the input, or - for standard input (default: {})")
    .option("-p, --profile <name>", "profile of treadle.config.ts", "local")
    .option("--json", "print the whole execution as JSON")
    .action((workflow: string, options: Omit<RunOptions, "workflow">) =>
      action(async () => (await import("./commands/run.js")).run)({ ...options, workflow }),
    );

  program
    .command("explain")
    .description("say why an artifact is as it is")
    .command("iam <workflow>")
    .description("print what each state may do, on what, and why")
    .action((workflow: string) =>
      action(async () => (await import("./commands/explain-iam.js")).explainIam)({ workflow }),
    );
  program
    .command("iam <file>")
    .description("derive the policies of any definition (.asl.json), without a project")
    .option("--hints <file>", "JSON file with what the definition does not tell")
    .option("--json", "print the policy documents with their provenance")
    .option("--deployer", "print the policy of whoever deploys the state machine instead")
    .option("--manage-roles", "with --deployer: it makes and changes the machine's roles as well")
    .action(async (file: string, options: Omit<IamOptions, "file">) => {
      const { iam } = await import("./commands/iam.js");
      exitCode = iam(new Terminal(process.cwd()), { ...options, file });
    });
  program
    .command("validate <files...>")
    .description(
      "find what Step Functions would refuse in any definition (.asl.json, or - for standard input), without a project",
    )
    .option("--express", "the definitions are of Express machines")
    .addOption(new Option("--format <format>", "how to print what is found").choices(validateFormats).default("text"))
    .action(async (files: string[], options: Omit<ValidateOptions, "files">) => {
      const { validate } = await import("./commands/validate.js");
      exitCode = validate(new Terminal(process.cwd()), { ...options, files });
    });

  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof UsageError) {
      new Terminal(process.cwd()).diagnostics([error.diagnostic]);
      return 2;
    }
    throw error;
  }
}

function ownVersion(): string {
  const manifest = JSON.parse(readFileSync(findPackageJSON(import.meta.url)!, "utf8")) as { version: string };
  return manifest.version;
}

async function prepare(configFile: string | undefined): Promise<CommandContext> {
  const loaded = await loadConfig(process.cwd(), configFile);
  const { workflows, sources, iam: policies } = loaded.config;
  const options = { root: loaded.root, workflows, sources, policyHints: policies.hints ?? {} };
  return {
    ...loaded,
    compiler: new LazyCompiler(options),
    cache: new BuildCache(options),
    terminal: new Terminal(loaded.root),
  };
}
