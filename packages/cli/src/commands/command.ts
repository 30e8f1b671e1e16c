import type { BuildCache } from "@treadle/compiler/files";
import type { LoadedConfig } from "../config/load-config.js";
import type { Terminal } from "../terminal/terminal.js";
import type { LazyCompiler } from "./lazy-compiler.js";

export interface CommandContext extends LoadedConfig {
  readonly compiler: LazyCompiler;
  readonly cache: BuildCache;
  readonly terminal: Terminal;
}

/** Does the work of one command once; gives the exit code: 0, or 1 where something is wrong with the project. */
export type Command<Options> = (context: CommandContext, options: Options) => Promise<number>;
