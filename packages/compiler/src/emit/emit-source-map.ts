import type { Lowering } from "../lower/lowering.js";

/** State to file, line and column: not committed, since it changes with every reformatting. */
export function emitSourceMap(lowering: Lowering): string {
  return `${JSON.stringify(Object.fromEntries(lowering.locations), null, 2)}\n`;
}
