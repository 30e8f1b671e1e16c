import { type CqlType, formatCqlName } from "../../contract/cql-type.js";
import type { TypeNode } from "../../cql/index.js";

/** Where the server looks for classes without a package. */
const marshalPackage = "org.apache.cassandra.db.marshal.";

/**
 * A type as the server prints it in the name of a result column: resolved, so that it says `frozen` wherever it is, but with
 * native types by the name that was written.
 */
export function serverTypeText(type: CqlType, written: TypeNode): string {
  const node = written.kind === "frozen" ? written.inner : written;
  if (node.kind === "custom") return `'${marshalPackage}${node.className.replace(marshalPackage, "")}'`;
  const part = (each: CqlType, at: number): string =>
    serverTypeText(each, "parameters" in node ? node.parameters[at]! : "element" in node ? node.element : node);
  switch (type.kind) {
    case "custom":
      return `'${marshalPackage}${type.className}'`;
    case "native":
      return node.kind === "named" ? node.name : type.name;
    case "list":
    case "set":
      return inFrozen(type.frozen, `${type.kind}<${part(type.element, 0)}>`);
    case "map":
      return inFrozen(type.frozen, `map<${part(type.key, 0)}, ${part(type.value, 1)}>`);
    case "tuple":
      return `tuple<${type.elements.map(part).join(", ")}>`;
    case "vector":
      return `vector<${part(type.element, 0)}, ${type.dimension}>`;
    case "udt": {
      const keyspace = type.keyspace === undefined ? "" : `${formatCqlName(type.keyspace)}.`;
      return inFrozen(type.frozen, `${keyspace}${formatCqlName(type.name)}`);
    }
  }
}

const inFrozen = (frozen: boolean, text: string): string => (frozen ? `frozen<${text}>` : text);
