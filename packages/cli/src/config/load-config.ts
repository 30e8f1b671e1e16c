import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { importTypeScript } from "@treadle/compiler/files";
import { cliDiagnostics } from "../diagnostics.js";
import { UsageError } from "../usage-error.js";
import type { TreadleConfig } from "./define-config.js";

export interface LoadedConfig {
  /** Folder of the configuration file, absolute. */
  readonly root: string;
  readonly config: Required<Pick<TreadleConfig, "workflows" | "sources" | "artifacts" | "profiles" | "iam">>;
}

const fileName = "treadle.config.ts";

/** Finds `treadle.config.ts` in the folder or above it. */
export async function loadConfig(folder: string, given: string | undefined): Promise<LoadedConfig> {
  const file = given === undefined ? findUpwards(resolve(folder)) : resolve(folder, given);
  if (file === undefined || !existsSync(file)) {
    throw new UsageError(cliDiagnostics["no-config"]({ file: given ?? fileName, folder }));
  }
  let module: Record<string, unknown>;
  try {
    module = await importTypeScript(file);
  } catch (error) {
    throw new UsageError(
      cliDiagnostics["config-failed"]({ file, error: error instanceof Error ? error.message : String(error) }),
    );
  }
  const config = (module.default ?? {}) as TreadleConfig;
  return {
    root: dirname(file),
    config: {
      workflows: config.workflows ?? ["workflows/**/*.ts"],
      sources: config.sources ?? ["data/**/*.ts"],
      artifacts: config.artifacts ?? "artifacts",
      profiles: config.profiles ?? {},
      iam: config.iam ?? {},
    },
  };
}

function findUpwards(folder: string): string | undefined {
  const file = join(folder, fileName);
  if (existsSync(file)) return file;
  const parent = dirname(folder);
  return parent === folder ? undefined : findUpwards(parent);
}
