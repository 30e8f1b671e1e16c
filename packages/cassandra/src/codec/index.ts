export { type CqlCodec, driverEncoding, kindOf, UnfitValueError } from "./cql-codec.js";
export { createCodec, type UserTypes } from "./create-codec.js";
