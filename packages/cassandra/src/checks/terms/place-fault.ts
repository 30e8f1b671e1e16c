import type { CqlType } from "../../contract/cql-type.js";
import type { Term } from "../../cql/index.js";

/** Why no element of a collection can stand at `name[place]`; undefined where one may. */
export function placeFault(
  place: Term,
  name: string,
  { kind }: CqlType & { readonly kind: "list" | "set" | "map" },
): string | undefined {
  if (place.kind === "null") return `"${name}"[null]: no element of a ${kind} is at null.`;
  const isBeforeFirst = kind === "list" && place.kind === "literal" && Number(place.value) < 0;
  return isBeforeFirst ? `"${name}"[${place.value}]: lists are counted from 0 on.` : undefined;
}
