import type { TypeShape } from "@treadle/workflow/data-source";
import * as v from "valibot";

const kind = <const Kind extends string>(name: Kind) => v.strictObject({ kind: v.literal(name) });
const shape: v.GenericSchema<TypeShape> = v.lazy(() => typeShapeSchema);

/** A `TypeShape` as JSON, wherever it may nest. */
export const typeShapeSchema: v.GenericSchema<TypeShape> = v.variant("kind", [
  kind("unknown"),
  kind("never"),
  kind("null"),
  kind("undefined"),
  kind("string"),
  kind("number"),
  kind("boolean"),
  v.strictObject({ kind: v.literal("literal"), value: v.union([v.string(), v.number(), v.boolean()]) }),
  v.strictObject({ kind: v.literal("array"), element: shape }),
  v.strictObject({ kind: v.literal("tuple"), elements: v.array(shape) }),
  v.strictObject({
    kind: v.literal("object"),
    properties: v.record(v.string(), v.strictObject({ type: shape, optional: v.boolean() })),
    index: v.exactOptional(shape),
  }),
  v.strictObject({ kind: v.literal("union"), members: v.array(shape) }),
]);
