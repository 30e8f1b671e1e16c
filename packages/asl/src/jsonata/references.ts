/** A name in an expression, and where it stands in the source, in UTF-16 units. */
export interface JsonataReference {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Names with the place at which each comes first. */
export class References {
  readonly #found = new Map<string, JsonataReference>();

  /** `end` is where the name ends; `sign` is what the source has before it: the dollar of a variable. */
  add(name: string, end: number, sign = ""): void {
    const earlier = this.#found.get(name);
    if (earlier && earlier.end <= end) return;
    this.#found.set(name, { name, start: Math.max(0, end - name.length - sign.length), end });
  }

  get(name: string): JsonataReference | undefined {
    return this.#found.get(name);
  }

  /** In the order of the source. */
  all(): JsonataReference[] {
    return [...this.#found.values()].sort((a, b) => a.start - b.start);
  }
}
