/** A value with its length before it: how collections, tuples and user types hold their members. */
export function lengthPrefixed(value: Buffer | null): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(value === null ? -1 : value.length);
  return value === null ? length : Buffer.concat([length, value]);
}

/** A collection: how many elements, then the elements; a map's keys and values take turns. */
export function countPrefixed(count: number, members: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(count);
  return Buffer.concat([head, ...members.map(lengthPrefixed)]);
}

/**
 * The server's unsigned variable-length integer, which vectors put before elements of no fixed length: as many leading
 * ones in the first byte as bytes follow it.
 */
export function unsignedVint(value: number): Buffer {
  for (let extra = 0; extra < 4; extra++) {
    // Each further byte costs one bit of the first.
    if (value < 2 ** (7 * (extra + 1))) {
      const buffer = Buffer.alloc(extra + 1);
      buffer.writeUIntBE(value, 0, extra + 1);
      buffer[0]! |= (0xff00 >> extra) & 0xff;
      return buffer;
    }
  }
  const buffer = Buffer.alloc(5);
  buffer.writeUIntBE(value, 1, 4);
  buffer[0] = 0xf0;
  return buffer;
}
