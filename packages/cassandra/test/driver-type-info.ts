import { types } from "cassandra-driver";
import type { UserTypes } from "../src/codec/create-codec.js";
import { type CqlType, formatCqlName } from "../src/contract/cql-type.js";
import type { ServerType } from "../src/executor/describe-type.js";

/** A type as the driver describes it in a result's metadata. */
export function driverTypeInfo(type: CqlType, userTypes: UserTypes): ServerType {
  const inner = (element: CqlType) => driverTypeInfo(element, userTypes);
  switch (type.kind) {
    case "native":
      return { code: types.dataTypes[type.name], info: null };
    case "custom":
      return { code: types.dataTypes.custom, info: type.className };
    case "list":
    case "set":
      return { code: types.dataTypes[type.kind], info: inner(type.element) };
    case "map":
      return { code: types.dataTypes.map, info: [inner(type.key), inner(type.value)] };
    case "tuple":
      return { code: types.dataTypes.tuple, info: type.elements.map(inner) };
    case "vector":
      // The driver resolves the server's Java class name to this form.
      return Object.assign(
        { code: types.dataTypes.custom, info: [inner(type.element), type.dimension] },
        { customTypeName: "vector" },
      );
    case "udt": {
      const fields = userTypes.get(formatCqlName(type.name))!;
      return {
        code: types.dataTypes.udt,
        info: {
          keyspace: "shop",
          name: type.name,
          fields: fields.map(([name, field]) => ({ name, type: inner(field) })),
        },
      };
    }
  }
}
