/** Whether a value can stand where a type is asked for: it has that type, can be of it, or cannot. */
export type Assignability = "exact" | "weak" | "no";

export function worst(results: readonly Assignability[]): Assignability {
  if (results.includes("no")) return "no";
  return results.includes("weak") ? "weak" : "exact";
}
