import { Project } from "ts-morph";

/** Where ts-morph has TypeScript's own declarations (`lib.es2023.d.ts`); it carries their texts with it. */
export const libraryFolder = "/node_modules/typescript/lib";

const host = new Project({ useInMemoryFileSystem: true }).getModuleResolutionHost();

/** The text of one of TypeScript's own declaration files; undefined for any other path. */
export function readLibraryFile(path: string): string | undefined {
  return path.startsWith(`${libraryFolder}/`) ? host.readFile(path) : undefined;
}
