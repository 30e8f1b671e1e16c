/** In the order in which they are written, with what each is in the unit that the server keeps. */
const units: { readonly [unit: string]: { readonly kept: "months" | "days" | "nanoseconds"; readonly each: bigint } } =
  {
    y: { kept: "months", each: 12n },
    mo: { kept: "months", each: 1n },
    w: { kept: "days", each: 7n },
    d: { kept: "days", each: 1n },
    h: { kept: "nanoseconds", each: 3_600_000_000_000n },
    m: { kept: "nanoseconds", each: 60_000_000_000n },
    s: { kept: "nanoseconds", each: 1_000_000_000n },
    ms: { kept: "nanoseconds", each: 1_000_000n },
    us: { kept: "nanoseconds", each: 1_000n },
    ns: { kept: "nanoseconds", each: 1n },
  };

const limits = { months: 2n ** 31n - 1n, days: 2n ** 31n - 1n, nanoseconds: 2n ** 63n - 1n } as const;

/** The part of a duration that is less than a day, in nanoseconds. */
export function nanosecondsOf(value: string): bigint {
  const time = /^-?P/i.test(value) ? value.replace(/^[^T]*T?/i, "").toLowerCase() : value;
  let sum = 0n;
  for (const [, count = "0", written = ""] of time.matchAll(/(\d+)(mo|ms|us|µs|ns|[ywdhms])/g)) {
    const unit = units[written.replace("µ", "u")];
    if (unit?.kept === "nanoseconds") sum += BigInt(count) * unit.each;
  }
  return sum;
}

/** Why `1h2d` is no duration: its units come in order, each once, and their sums have a limit. */
export function durationFault(value: string): string | undefined {
  const names = Object.keys(units);
  const sums = { months: 0n, days: 0n, nanoseconds: 0n };
  let last = -1;
  // What is written in the ISO form has its order from the grammar.
  for (const [, count = "0", written = ""] of value.matchAll(/(\d+)(mo|ms|us|µs|ns|[ywdhms])/g)) {
    const name = written.replace("µ", "u");
    const at = names.indexOf(name);
    if (at <= last) return `${value} is no duration: units go from years to nanoseconds, each once`;
    last = at;
    const { kept, each } = units[name]!;
    sums[kept] += BigInt(count) * each;
    if (sums[kept] > limits[kept]) return `${value} has too many ${kept}`;
  }
  return undefined;
}
