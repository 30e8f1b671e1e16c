import { type CqlType, formatCqlName, formatCqlType, type NativeType } from "../contract/cql-type.js";
import { entriesMapCodec, listCodec, setCodec, textMapCodec } from "./collection-codecs.js";
import type { CqlCodec } from "./cql-codec.js";
import { decimalCodec, decimalIdentityCodec } from "./decimal-codec.js";
import { durationCodec } from "./duration-codec.js";
import { doubleCodec, floatCodec } from "./floating-point-codecs.js";
import { inetCodec } from "./inet-codec.js";
import { bigintCodec, counterCodec, intCodec, smallintCodec, tinyintCodec, varintCodec } from "./integer-codecs.js";
import { tupleCodec, userTypeCodec, vectorCodec } from "./structure-codecs.js";
import { asciiCodec, blobCodec, booleanCodec, textCodec } from "./text-codecs.js";
import { dateCodec, timeCodec, timestampCodec } from "./time-codecs.js";
import { timeuuidCodec, uuidCodec } from "./uuid-codecs.js";

/** User types by name as `formatCqlName` prints it, fields in declared order. */
export type UserTypes = ReadonlyMap<string, readonly (readonly [string, CqlType])[]>;

type NativeCodecs = { readonly [name in NativeType]: CqlCodec };

const nativeCodecs: NativeCodecs = {
  ascii: asciiCodec,
  bigint: bigintCodec,
  blob: blobCodec,
  boolean: booleanCodec,
  counter: counterCodec,
  date: dateCodec,
  decimal: decimalCodec,
  double: doubleCodec,
  duration: durationCodec,
  float: floatCodec,
  inet: inetCodec,
  int: intCodec,
  smallint: smallintCodec,
  text: textCodec,
  time: timeCodec,
  timestamp: timestampCodec,
  timeuuid: timeuuidCodec,
  tinyint: tinyintCodec,
  uuid: uuidCodec,
  varint: varintCodec,
};

/** For the question whether two values are one to the server. */
const identityCodecs: NativeCodecs = { ...nativeCodecs, decimal: decimalIdentityCodec };

/** Builds a type's codec once, for all its values. Every user type that the type names must be among `userTypes`. */
export function createCodec(type: CqlType, userTypes: UserTypes): CqlCodec {
  return buildCodec(type, userTypes, nativeCodecs);
}

function buildCodec(type: CqlType, userTypes: UserTypes, natives: NativeCodecs): CqlCodec {
  const build = (inner: CqlType) => buildCodec(inner, userTypes, natives);
  const identityOf = (inner: CqlType, codec: CqlCodec) =>
    natives === identityCodecs || !holdsDecimal(inner, userTypes)
      ? codec
      : buildCodec(inner, userTypes, identityCodecs);
  const text = formatCqlType(type);
  switch (type.kind) {
    case "native":
      return natives[type.name];
    case "custom":
      // Neither the checker nor a manifest lets one through.
      throw new TypeError(`Values of the class ${text} have no form in JSON.`);
    case "list":
      return listCodec(text, build(type.element));
    case "set": {
      const element = build(type.element);
      return setCodec(text, element, identityOf(type.element, element));
    }
    case "map": {
      const isText = type.key.kind === "native" && (type.key.name === "text" || type.key.name === "ascii");
      const key = build(type.key);
      const value = build(type.value);
      return isText ? textMapCodec(text, key, value) : entriesMapCodec(text, key, identityOf(type.key, key), value);
    }
    case "tuple":
      return tupleCodec(text, type.elements.map(build));
    case "vector":
      return vectorCodec(text, build(type.element), type.dimension);
    case "udt": {
      const fields = userTypes.get(formatCqlName(type.name));
      if (fields === undefined) throw new TypeError(`The user type ${text} is not declared.`);
      return userTypeCodec(
        text,
        fields.map(([name, field]) => [name, build(field)]),
      );
    }
  }
}

function holdsDecimal(type: CqlType, userTypes: UserTypes): boolean {
  switch (type.kind) {
    case "native":
      return type.name === "decimal";
    case "custom":
      return false;
    case "map":
      return holdsDecimal(type.key, userTypes) || holdsDecimal(type.value, userTypes);
    case "tuple":
      return type.elements.some((element) => holdsDecimal(element, userTypes));
    case "udt":
      return (userTypes.get(formatCqlName(type.name)) ?? []).some(([, field]) => holdsDecimal(field, userTypes));
    default:
      return holdsDecimal(type.element, userTypes);
  }
}
