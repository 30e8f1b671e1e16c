import type { TypeShape } from "@treadle/workflow/data-source";
import { parameterShape, type SystemFunction } from "./functions.js";
import {
  booleanShape,
  mapMembers,
  mayBeUndefined,
  membersOf,
  orUndefined,
  overlaps,
  undefinedShape,
  widen,
  withoutUndefined,
} from "./shape.js";

/** Booleans are compared as such: `c.active = @a` takes either, though a type may be a literal one. */
export function comparedShape(shape: TypeShape): TypeShape {
  const defined = withoutUndefined(shape);
  return membersOf(defined).some((member) => member.kind === "literal" && typeof member.value === "number")
    ? widen(defined)
    : defined;
}

export function definedIf(result: TypeShape, parts: readonly TypeShape[]): TypeShape {
  return parts.some(mayBeUndefined) ? orUndefined(result) : result;
}

/** The operand as the operator takes it: undefined where it may be of another type. */
export function givenFor(shape: TypeShape, expected: TypeShape): TypeShape {
  return mapMembers(shape, (member) => (overlaps(member, expected) ? member : undefinedShape));
}

export function logicalResult(shapes: readonly TypeShape[]): TypeShape {
  return definedIf(
    booleanShape,
    shapes.map((shape) => givenFor(shape, booleanShape)),
  );
}

/** Values of different types have no order, nor have arrays and objects. */
export function comparisonResult(shapes: readonly TypeShape[]): TypeShape {
  const kinds = new Set(shapes.flatMap((shape) => membersOf(widen(shape))).map((member) => member.kind));
  const ordered = kinds.size === 1 && ["string", "number", "boolean", "null"].includes([...kinds][0]!);
  return ordered ? booleanShape : orUndefined(booleanShape);
}

export function resultOf(definition: SystemFunction, given: readonly TypeShape[]): TypeShape {
  const defined = given.map(withoutUndefined);
  const result = typeof definition.result === "function" ? definition.result(defined) : definition.result;
  const widened = definition.aggregate ? result : widen(result);
  if (definition.partial) return orUndefined(widened);
  if (definition.total) return widened;
  const fits = given.map((shape, at) => givenFor(shape, parameterShape(definition, at)));
  return definedIf(widened, fits);
}
