import { dirname } from "node:path";
import ts from "@treadle/expressions/typescript";

/** Where TypeScript has its own declarations (`lib.es2023.d.ts`). */
export const libraryFolder = dirname(ts.getDefaultLibFilePath({}));

/** The text of one of TypeScript's own declaration files; undefined for any other path. */
export function readLibraryFile(path: string): string | undefined {
  return path.startsWith(`${libraryFolder}/`) ? ts.sys.readFile(path) : undefined;
}
