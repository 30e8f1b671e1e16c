import { formatCqlName } from "../contract/cql-type.js";
import { nativeJavaClasses } from "../contract/native-java-classes.js";

/**
 * Describes a type that the server names by its Java classes, as it does for vectors and all that is inside them:
 * `org.apache.cassandra.db.marshal.VectorType(org.apache.cassandra.db.marshal.FloatType , 3)`.
 */
export function describeJavaType(text: string): string {
  const cursor = { text: text.replaceAll(/\s|org\.apache\.cassandra\.db\.marshal\./g, ""), offset: 0 };
  const description = readType(cursor);
  return cursor.offset === cursor.text.length ? description : text;
}

interface Cursor {
  readonly text: string;
  offset: number;
}

const collections: { readonly [className: string]: string } = {
  ListType: "list",
  MapType: "map",
  SetType: "set",
  TupleType: "tuple",
  VectorType: "vector",
};

function readType(cursor: Cursor): string {
  const name = readWord(cursor);
  if (cursor.text[cursor.offset] !== "(") return nativeJavaClasses[name] ?? name;
  cursor.offset++;
  if (name === "UserType") return readUserType(cursor);
  const members: string[] = [];
  while (cursor.offset < cursor.text.length && cursor.text[cursor.offset] !== ")") {
    members.push(readType(cursor));
    if (cursor.text[cursor.offset] === ",") cursor.offset++;
  }
  cursor.offset++;
  if (name === "FrozenType" || name === "ReversedType") return members.join(", ");
  return `${collections[name] ?? name}<${members.join(", ")}>`;
}

/** `UserType(keyspace,name,field:type,…)`, where names are in hexadecimal. */
function readUserType(cursor: Cursor): string {
  readWord(cursor);
  cursor.offset++;
  const name = readHexName(cursor);
  const fields: string[] = [];
  while (cursor.text[cursor.offset] === ",") {
    cursor.offset++;
    const field = readHexName(cursor);
    cursor.offset++;
    fields.push(`${field} ${readType(cursor)}`);
  }
  cursor.offset++;
  return `${name}{${fields.join(", ")}}`;
}

function readHexName(cursor: Cursor): string {
  return formatCqlName(Buffer.from(readWord(cursor), "hex").toString("utf8"));
}

function readWord(cursor: Cursor): string {
  const word = /[^(),:]*/y;
  word.lastIndex = cursor.offset;
  const text = word.exec(cursor.text)?.[0] ?? "";
  cursor.offset += text.length;
  return text;
}
