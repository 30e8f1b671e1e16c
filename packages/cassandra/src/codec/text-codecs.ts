import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

/** UTF-8. A string with half a surrogate pair is refused: it has no UTF-8 form. */
export const textCodec: CqlCodec = {
  encode: (value, path) => {
    if (typeof value !== "string" || !value.isWellFormed()) {
      throw new UnfitValueError(path, "text", value, "a string of whole Unicode characters");
    }
    return Buffer.from(value, "utf8");
  },
  decode: (value, path) => decodeString(value, path, "text"),
};

export const asciiCodec: CqlCodec = {
  encode: (value, path) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has them.
    if (typeof value !== "string" || !/^[\x00-\x7f]*$/.test(value)) {
      throw new UnfitValueError(path, "ascii", value, "a string of ASCII characters");
    }
    return Buffer.from(value, "ascii");
  },
  decode: (value, path) => decodeString(value, path, "ascii"),
};

export const booleanCodec: CqlCodec = {
  encode: (value, path) => {
    if (typeof value !== "boolean") throw new UnfitValueError(path, "boolean", value, "true or false");
    return Buffer.from([value ? 1 : 0]);
  },
  decode: (value, path) => {
    if (typeof value !== "boolean") throw new UnfitValueError(path, "boolean", value, "a boolean from the server");
    return value;
  },
  vectorElementBytes: 1,
};

/** Base64 with padding, as RFC 4648 section 4 writes it. */
export const blobCodec: CqlCodec = {
  encode: (value, path) => {
    const bytes = typeof value === "string" ? Buffer.from(value, "base64") : undefined;
    // Reading skips what is not base64, so only what prints the same again was base64.
    if (bytes === undefined || bytes.toString("base64") !== value) {
      throw new UnfitValueError(path, "blob", value, "base64 with padding");
    }
    return bytes;
  },
  decode: (value, path) => {
    if (!Buffer.isBuffer(value)) throw new UnfitValueError(path, "blob", value, "bytes from the server");
    return value.toString("base64");
  },
};

function decodeString(value: unknown, path: string, type: string): string {
  if (typeof value !== "string") throw new UnfitValueError(path, type, value, "a string from the server");
  return value;
}
