const MULTIPLIER = 0x5deece66dn;
const MASK = (1n << 48n) - 1n;
const LARGEST_INT = 2 ** 31 - 1;

/** The linear congruential generator that Java calls `Random`, which is what `$random(seed)` and `States.MathRandom` draw from on AWS. */
export class SeededRandom {
  #state: bigint;

  constructor(seed: number) {
    this.#state = (BigInt(Math.trunc(seed)) ^ MULTIPLIER) & MASK;
  }

  /** A number of 0 up to, not including, 1. */
  next(): number {
    return (this.#bits(26) * 2 ** 27 + this.#bits(27)) / 2 ** 53;
  }

  /** A whole number of 0 up to, not including, `bound`, as Java's `nextInt` draws it up to 2^31 - 1. */
  nextWhole(bound: number): number {
    if (bound > LARGEST_INT) return Math.floor(this.next() * bound);
    if (Number.isInteger(Math.log2(bound))) return Math.floor((bound * this.#bits(31)) / 2 ** 31);
    for (;;) {
      const drawn = this.#bits(31);
      const rest = drawn % bound;
      // The last, incomplete run of `bound` numbers would make small ones more likely.
      if (drawn - rest + bound - 1 <= LARGEST_INT) return rest;
    }
  }

  /** A version 4 UUID. */
  nextUuid(): string {
    const hex = Array.from({ length: 32 }, () => Math.floor(this.next() * 16));
    hex[12] = 4;
    hex[16] = 8 + ((hex[16] as number) % 4);
    const text = hex.map((digit) => digit.toString(16)).join("");
    return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}`;
  }

  #bits(count: number): number {
    this.#state = (this.#state * MULTIPLIER + 0xbn) & MASK;
    return Number(this.#state >> BigInt(48 - count));
  }
}
