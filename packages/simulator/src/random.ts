const MULTIPLIER = 0x5deece66dn;
const MASK = (1n << 48n) - 1n;

/** The linear congruential generator that Java calls `Random`, which is what `$random(seed)` draws from on AWS. */
export class SeededRandom {
  #state: bigint;

  constructor(seed: number) {
    this.#state = (BigInt(Math.trunc(seed)) ^ MULTIPLIER) & MASK;
  }

  /** A number of 0 up to, not including, 1. */
  next(): number {
    return (this.#bits(26) * 2 ** 27 + this.#bits(27)) / 2 ** 53;
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
