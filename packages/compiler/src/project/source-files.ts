import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { hashOf, Observations } from "../inputs/observations.js";

/** Files as the compiler sees them: those on disk, with texts laid over them. What it was told is kept. */
export class SourceFiles {
  readonly observations = new Observations();
  readonly #overlay = new Map<string, string>();

  /** Puts a text in the place of a file, as if it had been written; true where that changed anything. */
  overlay(path: string, text: string): boolean {
    if (this.#overlay.get(path) === text) return false;
    // The file may have been written since it was looked for in vain.
    const isAsSeen = !this.observations.haveChanged([path]) && this.read(path) === text;
    this.#overlay.set(path, text);
    this.observations.note("text", path, hashOf(text));
    this.observations.note("file", path, "yes");
    return !isAsSeen;
  }

  /** Takes away a text that is not what is on disk by now; true where there was one. */
  dropOverlay(path: string): boolean {
    const laid = this.#overlay.get(path);
    return laid !== undefined && decode(new Observations().read(path)) !== laid && this.#overlay.delete(path);
  }

  read(path: string): string | undefined {
    return this.#overlay.get(path) ?? decode(this.observations.read(path));
  }

  isFile(path: string): boolean {
    return this.#overlay.has(path) || this.observations.ask("file", path) !== "";
  }

  isFolder(path: string): boolean {
    return this.observations.ask("folder", path) !== "";
  }

  folders(path: string): string[] {
    if (this.observations.ask("entries", path) === "") return [];
    return readdirSync(path).filter((name) => statSync(join(path, name), { throwIfNoEntry: false })?.isDirectory());
  }

  realPath(path: string): string {
    return this.observations.ask("place", path) || path;
  }
}

/** A text as TypeScript reads it: UTF-8, or what a byte order mark says. */
function decode(bytes: Buffer | undefined): string | undefined {
  if (bytes === undefined) return undefined;
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
