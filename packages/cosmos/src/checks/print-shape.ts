import type { TypeShape } from "@treadle/workflow/data-source";

/** The type as TypeScript source, on one line. */
export function printShape(shape: TypeShape): string {
  switch (shape.kind) {
    case "literal":
      return JSON.stringify(shape.value);
    case "array":
      return shape.element.kind === "union" ? `(${printShape(shape.element)})[]` : `${printShape(shape.element)}[]`;
    case "tuple":
      return `[${shape.elements.map(printShape).join(", ")}]`;
    case "union":
      return shape.members.map(printShape).join(" | ");
    case "object":
      return printObject(shape);
    default:
      return shape.kind;
  }
}

function printObject(shape: Extract<TypeShape, { kind: "object" }>): string {
  const members = Object.entries(shape.properties).map(
    ([name, { type, optional }]) => `${printName(name)}${optional ? "?" : ""}: ${printShape(type)}`,
  );
  if (shape.index) members.push(`[name: string]: ${printShape(shape.index)}`);
  return members.length === 0 ? "Record<string, never>" : `{ ${members.join("; ")} }`;
}

function printName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}
