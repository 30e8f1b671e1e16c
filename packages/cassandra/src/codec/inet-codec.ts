import { isIPv4, isIPv6 } from "node:net";
import { types } from "cassandra-driver";
import { type CqlCodec, UnfitValueError } from "./cql-codec.js";

/** An IPv4 or IPv6 address. IPv6 comes back in its shortest form (RFC 5952), without a zone. */
export const inetCodec: CqlCodec = {
  encode: (value, path) => {
    if (typeof value === "string" && isIPv4(value)) return Buffer.from(value.split(".").map(Number));
    if (typeof value === "string" && isIPv6(value) && !value.includes("%")) return encodeIPv6(value);
    throw new UnfitValueError(path, "inet", value, "an IPv4 or IPv6 address");
  },
  decode: (value, path) => {
    if (!(value instanceof types.InetAddress)) {
      throw new UnfitValueError(path, "inet", value, "an address from the server");
    }
    const bytes = value.getBuffer();
    return bytes.length === 4 ? bytes.join(".") : shortestIPv6(bytes.toString("hex").match(/.{4}/g)!.join(":"));
  },
};

function encodeIPv6(text: string): Buffer {
  const [head = "", tail] = shortestIPv6(text).split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = new Array<string>(8 - before.length - after.length).fill("0");
  const groups = [...before, ...zeros, ...after];
  return Buffer.from(groups.map((group) => group.padStart(4, "0")).join(""), "hex");
}

/** The URL parser writes IPv6 hosts in the shortest form, with an embedded IPv4 address in hexadecimal groups. */
function shortestIPv6(text: string): string {
  return new URL(`http://[${text}]/`).hostname.slice(1, -1);
}
