import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledProject } from "@treadle/compiler";
import type { Diagnostic } from "@treadle/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import type { CommandContext } from "./command.js";
import { startProfile } from "./run.js";

/** In what the schema files differ from the databases of a profile. */
export async function findDrift(
  context: CommandContext,
  sources: CompiledProject["sources"],
  profileName: string,
): Promise<readonly Diagnostic[]> {
  const profile = await startProfile(context, profileName);
  const readText = (file: string): string | undefined => {
    const path = join(context.root, file);
    return existsSync(path) ? readFileSync(path, "utf8") : undefined;
  };
  try {
    const diagnostics: Diagnostic[] = [];
    for (const source of sources.keys()) {
      if (source.loadSchemaReader === undefined) continue;
      const connection = profile.sources?.[source.name];
      if (connection === undefined) {
        diagnostics.push(cliDiagnostics["missing-connection"]({ source: source.name, profile: profileName }));
        continue;
      }
      const reader = await source.loadSchemaReader();
      diagnostics.push(...(await reader.compare(source, connection, { readText })));
    }
    return diagnostics;
  } finally {
    await profile.close?.();
  }
}
