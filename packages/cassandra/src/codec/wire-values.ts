/** A value with its length before it: how collections, tuples and user types hold their members. */
export function lengthPrefixed(value: Buffer | null): Buffer {
  const buffer = Buffer.allocUnsafe(4 + (value?.length ?? 0));
  buffer.writeInt32BE(value === null ? -1 : value.length);
  value?.copy(buffer, 4);
  return buffer;
}

/** A collection: how many elements, then the elements; a map's keys and values take turns. */
export function countPrefixed(count: number, members: readonly Buffer[]): Buffer {
  const buffer = Buffer.allocUnsafe(members.reduce((total, member) => total + 4 + member.length, 4));
  buffer.writeInt32BE(count);
  let at = 4;
  for (const member of members) {
    at = buffer.writeInt32BE(member.length, at);
    at += member.copy(buffer, at);
  }
  return buffer;
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
