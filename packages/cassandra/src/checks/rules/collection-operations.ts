import { type CqlType, formatCqlType } from "../../contract/cql-type.js";
import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { isCollection, isMultiCell, isNative, isNumber } from "../../schema/index.js";
import type { ColumnOperation } from "../resolve/resolved-statement.js";
import { placeFault } from "../terms/place-fault.js";
import { modificationRule } from "./rule.js";

/** Parts of collections and user-defined types can be written where they are not frozen, each kind in its own ways. */
export const collectionOperations = modificationRule(({ operations, statement }, { add }) => {
  for (const operation of operations) {
    // A conditional write reads the row anyway, so it can also count and join texts.
    if (statement.conditions !== undefined && isArithmetic(operation)) continue;
    const fault = operationFault(operation);
    if (fault !== undefined) add(report["invalid-collection-operation"]({ what: fault }), spanOf(operation));
    else {
      const what = writtenPlaceFault(operation);
      if (what !== undefined) add(report["invalid-collection-operation"]({ what }), spanOf(operation), "execute");
    }
  }
});

function writtenPlaceFault({ column: { name, type }, source }: ColumnOperation): string | undefined {
  const place = "kind" in source ? (source.kind === "element" ? source.key : undefined) : source.element;
  return place && isCollection(type) ? placeFault(place, name, type) : undefined;
}

function isArithmetic({ column: { type }, source }: ColumnOperation): boolean {
  if (!("kind" in source) || (source.kind !== "add" && source.kind !== "subtract")) return false;
  return isNumber(type) || (source.kind === "add" && isNative(type, "text", "ascii"));
}

const spanOf = ({ source, name }: ColumnOperation) => ("span" in source ? source.span : name.span);

function operationFault({ column, source }: ColumnOperation): string | undefined {
  const { name, type } = column;
  if ("kind" in source) {
    switch (source.kind) {
      case "add":
      case "subtract":
      case "prepend":
        return changeFault(source.kind, name, type);
      case "element":
        if (type.kind === "set")
          return `"${name}" is a set, whose elements have no place; add them by + and remove them by -.`;
        return elementFault(name, type);
      case "field":
        return fieldFault(name, type);
      default:
        return undefined;
    }
  }
  if (source.element !== undefined) return elementFault(name, type);
  if (source.field !== undefined) return fieldFault(name, type);
  return undefined;
}

function changeFault(kind: "add" | "subtract" | "prepend", name: string, type: CqlType): string | undefined {
  if (isNative(type, "counter")) {
    return kind === "prepend" ? `A counter is written as ${name} = ${name} + n, not n + ${name}.` : undefined;
  }
  if (!isCollection(type)) return `"${name}" is ${formatCqlType(type)}, to which nothing can be added or taken away.`;
  if (type.frozen) return `"${name}" is frozen, so it can only be written as a whole.`;
  return kind === "prepend" && type.kind !== "list" ? `"${name}" is a ${type.kind}, which has no front.` : undefined;
}

function elementFault(name: string, type: CqlType): string | undefined {
  if (!isCollection(type)) return `"${name}" is ${formatCqlType(type)}, which has no elements.`;
  return type.frozen ? `"${name}" is frozen, so it can only be written as a whole.` : undefined;
}

function fieldFault(name: string, type: CqlType): string | undefined {
  if (type.kind !== "udt") return `"${name}" is ${formatCqlType(type)}, which has no fields.`;
  return isMultiCell(type) ? undefined : `"${name}" is frozen, so it can only be written as a whole.`;
}
