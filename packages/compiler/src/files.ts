/** What of the compiler can be used without loading TypeScript. */
export { BuildCache, type BuildOutcome, type KnownBuild } from "./cache/build-cache.js";
export type { CompilerOptions } from "./compiler-options.js";
export { importTypeScript } from "./discover/module-hook.js";
export { compareArtifacts, type WrittenFiles, writeArtifacts, writeFiles } from "./emit/write-files.js";
export type { BuildInputs } from "./inputs/build-inputs.js";
