import { hash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";

/**
 * What can be asked of a path: the hash of its bytes, whether a file or a folder is there, what is in it, where it really is; and
 * its edition, which is its size and the time it was written.
 */
export type Question = "text" | "file" | "folder" | "entries" | "place" | "edition";

/** The answer where there is nothing. */
const nothing = "";

/** What was asked of the file system and what it answered, so that a change can be told from none: of what is missing, too. */
export class Observations {
  readonly #answers = new Map<string, Map<Question, string>>();

  /** Asks, and keeps the answer in the place of an earlier one. */
  ask(question: Question, path: string): string {
    const answer = answers[question](path);
    this.note(question, path, answer);
    return answer;
  }

  note(question: Question, path: string, answer: string): void {
    const known = this.#answers.get(path);
    if (known) known.set(question, answer);
    else this.#answers.set(path, new Map([[question, answer]]));
  }

  /** The bytes of a file, whose hash is kept; undefined where there is no file that can be read. */
  read(path: string): Buffer | undefined {
    const bytes = readBytes(path);
    this.note("text", path, bytes === undefined ? nothing : hashOf(bytes));
    return bytes;
  }

  /** Whether something is answered otherwise now, about these paths or, by default, about any. */
  haveChanged(paths: Iterable<string> = this.#answers.keys()): boolean {
    for (const path of paths) {
      for (const [question, answer] of this.#answers.get(path) ?? []) {
        if (answers[question](path) !== answer) return true;
      }
    }
    return false;
  }

  /** Takes in what another has seen; false where the two contradict each other, since then a file changed in between. */
  add(other: Observations): boolean {
    let consistent = true;
    for (const [question, path, answer] of other.list()) {
      consistent &&= (this.#answers.get(path)?.get(question) ?? answer) === answer;
      this.note(question, path, answer);
    }
    return consistent;
  }

  /** As data, in order of the paths. */
  list(): (readonly [Question, string, string])[] {
    return [...this.#answers]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, known]) => [...known].map(([question, answer]) => [question, path, answer] as const));
  }

  static from(list: Iterable<readonly [Question, string, string]>): Observations {
    const observations = new Observations();
    for (const [question, path, answer] of list) observations.note(question, path, answer);
    return observations;
  }
}

export function hashOf(content: string | Uint8Array): string {
  return hash("sha256", content, "base64");
}

const answers: { readonly [Q in Question]: (path: string) => string } = {
  text: (path) => {
    const bytes = readBytes(path);
    return bytes === undefined ? nothing : hashOf(bytes);
  },
  file: (path) => (statOf(path)?.isFile() ? "yes" : nothing),
  folder: (path) => (statOf(path)?.isDirectory() ? "yes" : nothing),
  entries: (path) => orNothing(() => readdirSync(path).sort().join("/")),
  edition: (path) =>
    orNothing(() => {
      const { size, mtimeNs, ino } = statSync(path, { bigint: true });
      return `${size} ${mtimeNs} ${ino}`;
    }),
  place: (path) => orNothing(() => realpathSync.native(path)),
};

function readBytes(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function orNothing(answer: () => string): string {
  try {
    return answer();
  } catch {
    return nothing;
  }
}
