/** Turns offsets into lines and columns, both from 1; columns in UTF-16 units, as editors count. */
export class TextLines {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const { index, 0: ending } of text.matchAll(/\r\n|[\n\r]/g)) this.#starts.push(index + ending.length);
  }

  positionAt(offset: number): { readonly line: number; readonly column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#starts[low]! + 1 };
  }
}
