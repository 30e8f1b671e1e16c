export { type CompiledProject, Compiler, type CompilerOptions } from "./compiler.js";
export { compilerDiagnostics } from "./diagnostics.js";
export { importTypeScript } from "./discover/module-hook.js";
export type { CompiledWorkflow } from "./emit/emit-workflow.js";
export { compareArtifacts, type WrittenFiles, writeArtifacts, writeFiles } from "./emit/write-files.js";
