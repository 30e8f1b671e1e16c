/**
 * Whether every text that `inner` matches is matched by `outer` too, for patterns with IAM's `*` and `?`. A `*` of `inner` is
 * covered by a `*` only, so that an answer of true is always right.
 */
export function coversPattern(outer: string, inner: string): boolean {
  if (outer === inner || outer === "*") return true;
  if (!/[*?]/.test(outer)) return false;
  const source = outer
    .replace(/[\\^$.|+()[\]{}]/g, "\\$&")
    .replace(/\*+|\?/g, (wild) => (wild === "?" ? "[^*]" : ".*"));
  return new RegExp(`^${source}$`, "s").test(inner);
}
