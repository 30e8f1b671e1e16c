import type ts from "#typescript";
import type { Lowering } from "../lowering.js";
import { resolveAlias } from "../references.js";

const names = new Set([
  "Array",
  "Boolean",
  "Date",
  "JSON",
  "Math",
  "Number",
  "Object",
  "String",
  "encodeURIComponent",
  "parseFloat",
  "parseInt",
]);

/** Whether an identifier is an object or function of JavaScript itself. */
export function isGlobal(node: ts.Identifier, lowering: Lowering): boolean {
  if (!names.has(node.text)) return false;
  const declarations = lowering.symbolOf(node)?.declarations ?? [];
  return declarations.length > 0 && declarations.every((declaration) => declaration.getSourceFile().isDeclarationFile);
}

export type HelperName = "text" | "fixed" | "to-millis" | "from-millis" | "param" | "jsonata";

/** Which helper of this package an identifier is, by where it was declared, under whatever name it was imported. */
export function isHelper(node: ts.Identifier, lowering: Lowering): HelperName | undefined {
  const symbol = lowering.symbolOf(node);
  const declaration = symbol && resolveAlias(symbol, lowering).declarations?.[0];
  const file = declaration?.getSourceFile().fileName;
  const match =
    file &&
    /[\\/]expressions[\\/](?:dist|src)[\\/]helpers[\\/](text|fixed|to-millis|from-millis|param|jsonata)\.(?:d\.)?ts$/.exec(
      file,
    );
  return match ? (match[1] as HelperName) : undefined;
}
