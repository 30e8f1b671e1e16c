/** Smaller variants of the choices that made a program, the boldest first. */
export function* smallerChoices(choices: readonly number[]): Iterable<number[]> {
  for (let size = choices.length >> 1; size > 0; size >>= 1) {
    yield choices.slice(0, choices.length - size);
    for (let at = 0; at + size <= choices.length; at += size) {
      yield [...choices.slice(0, at), ...choices.slice(at + size)];
    }
  }
  for (const [at, choice] of choices.entries()) if (choice > 0) yield choices.with(at, 0);
}

/** Smaller variants of a JSON value of the same type: fewer elements, simpler texts and numbers. */
export function* smallerValues(value: unknown): Iterable<unknown> {
  if (typeof value === "string" && value !== "") yield* ["", value.slice(1), value.slice(0, -1)];
  if (typeof value === "number" && value !== 0) yield* [0, 1, Math.trunc(value)].filter((other) => other !== value);
  if (Array.isArray(value)) {
    for (const at of value.keys()) yield value.toSpliced(at, 1);
    for (const [at, element] of value.entries())
      for (const smaller of smallerValues(element)) yield value.with(at, smaller);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      for (const smaller of smallerValues(member)) yield { ...value, [key]: smaller };
    }
  }
}

/** Goes from one smaller variant to the next as long as there is one that still fails, for at most `tries` tries. */
export async function shrink<T>(
  start: T,
  smaller: (value: T) => Iterable<T>,
  stillFails: (value: T) => Promise<boolean>,
  tries: number,
): Promise<T> {
  let [best, left] = [start, tries];
  for (let found = true; found; ) {
    found = false;
    for (const candidate of smaller(best)) {
      if (left-- <= 0) return best;
      if (!(await stillFails(candidate))) continue;
      [best, found] = [candidate, true];
      break;
    }
  }
  return best;
}
