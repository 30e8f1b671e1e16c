/**
 * A function of a text that keeps what it gave for the last texts, the oldest being forgotten first: rules ask for the same
 * few, and builds that are repeated see the same ones.
 *
 * @param most how many are kept
 */
export function remembering<T extends object>(most: number, compute: (text: string) => T): (text: string) => T {
  const remembered = new Map<string, T>();
  return (text) => {
    const known = remembered.get(text);
    if (known) return known;
    const computed = compute(text);
    if (remembered.size >= most) remembered.delete(remembered.keys().next().value!);
    remembered.set(text, computed);
    return computed;
  };
}
