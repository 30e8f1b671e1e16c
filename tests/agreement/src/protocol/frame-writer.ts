/** The primitive notations of the native protocol as bytes. */
export function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

export function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

export function bytesOf(value: Buffer): Buffer {
  return Buffer.concat([int(value.length), value]);
}

export function shortBytes(value: Buffer): Buffer {
  return Buffer.concat([short(value.length), value]);
}

export function string(value: string): Buffer {
  return shortBytes(Buffer.from(value, "utf8"));
}

export function longString(value: string): Buffer {
  return bytesOf(Buffer.from(value, "utf8"));
}
