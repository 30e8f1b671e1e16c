import { join } from "node:path";
import ts from "@treadle/expressions/typescript";
import type { SourceFiles } from "./source-files.js";

/** The options of the project's `tsconfig.json`, as far as they are about checking; without one, strict ones. */
export function readCompilerOptions(root: string, files: SourceFiles): ts.CompilerOptions {
  const path = join(root, "tsconfig.json");
  if (!files.isFile(path)) return defaultOptions;
  const parsed = ts.getParsedCommandLineOfConfigFile(path, undefined, {
    useCaseSensitiveFileNames: ts.sys.useCaseSensitiveFileNames,
    getCurrentDirectory: () => root,
    fileExists: (file) => files.isFile(file),
    readFile: (file) => files.read(file),
    // Which files there are is for the configuration of Treadle to say.
    readDirectory: () => [],
    // Faults of the file are tsc's to report; what could be read of it holds.
    onUnRecoverableConfigFileDiagnostic: () => {},
  });
  return { ...parsed?.options, noEmit: true, composite: false, incremental: false };
}

const defaultOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};
