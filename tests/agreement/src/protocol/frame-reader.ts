/** Reads the primitive notations of the native protocol one after the other. */
export class FrameReader {
  readonly #body: Buffer;
  #offset = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  short(): number {
    const value = this.#body.readUInt16BE(this.#offset);
    this.#offset += 2;
    return value;
  }

  int(): number {
    const value = this.#body.readInt32BE(this.#offset);
    this.#offset += 4;
    return value;
  }

  string(): string {
    return this.shortBytes().toString("utf8");
  }

  shortBytes(): Buffer {
    const length = this.short();
    return this.#take(length);
  }

  /** Null where the length is negative. */
  bytes(): Buffer | null {
    const length = this.int();
    return length < 0 ? null : this.#take(length);
  }

  #take(length: number): Buffer {
    const taken = this.#body.subarray(this.#offset, this.#offset + length);
    this.#offset += length;
    return taken;
  }
}
