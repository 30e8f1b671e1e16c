export { type CheckedStatements, type CompiledProject, Compiler } from "./compiler.js";
export type { CompilerOptions } from "./compiler-options.js";
export { compilerDiagnostics } from "./diagnostics.js";
export { importTypeScript } from "./discover/module-hook.js";
export type { CompiledWorkflow } from "./emit/emit-workflow.js";
export { compareArtifacts, type WrittenFiles, writeArtifacts, writeFiles } from "./emit/write-files.js";
