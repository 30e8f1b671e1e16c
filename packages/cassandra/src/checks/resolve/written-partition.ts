import type { Term } from "../../cql/index.js";
import { isNative } from "../../schema/index.js";
import type { ResolvedModification } from "./resolved-statement.js";
import { type Restriction, restrictionsOn } from "./restriction.js";

/**
 * A text for the partition that a write goes to: equal texts mean the same partition, since markers of one name have one
 * value; different ones may.
 */
export function writtenPartition({ table, restrictions }: ResolvedModification): string {
  const key = restrictionsOn(restrictions, "partition").map((restriction) => {
    const name = restriction.columns[0]!.name;
    const value = comparedValue(restriction);
    if (value?.kind === "marker") return `${name}=:${value.name ?? value.span.offset}`;
    return `${name}=${literalText(restriction, value) ?? restriction.relation.span.offset}`;
  });
  return [table.keyspace, table.name, ...key.sort()].join(" ");
}

/** Whether two writes to one table certainly go to different partitions. */
export function areApart(one: ResolvedModification, other: ResolvedModification): boolean {
  return restrictionsOn(one.restrictions, "partition").some((restriction) => {
    const column = restriction.columns[0]!;
    const [a, b] = [restriction, restrictionsOn(other.restrictions, "partition").find((r) => r.columns[0] === column)];
    const [first, second] = [a, b].map((each) => each && literalText(each, comparedValue(each)));
    return first !== undefined && second !== undefined && first !== second;
  });
}

const comparedValue = ({ relation, operator }: Restriction): Term | undefined =>
  operator === "=" && "value" in relation ? relation.value : undefined;

/** A literal so that equal values have equal texts; undefined for types that write one value in several ways. */
function literalText({ columns: [column] }: Restriction, value: Term | undefined): string | undefined {
  if (value?.kind !== "literal" || column === undefined) return undefined;
  if (value.type === "integer") return isNative(column.type, ...integers) ? BigInt(value.value).toString() : undefined;
  if (value.type === "uuid" || value.type === "boolean") return value.value.toLowerCase();
  return isNative(column.type, "text", "ascii") ? value.value : undefined;
}

const integers = ["tinyint", "smallint", "int", "bigint", "varint"] as const;
