import { analyzeStatement, findingText } from "../src/checks/index.js";
import { loadSchema } from "../src/schema/index.js";
import { shopSchema } from "./shop-schema.js";

const { schema, findings } = loadSchema(shopSchema);
if (findings.length > 0) throw new Error(findings.map(findingText).join("\n"));

export { schema };

/** What is wrong with a statement, without what the server accepts; `more` follows the shop's schema. */
export function errorsOf(text: string, ...more: readonly string[]): readonly string[] {
  const { schema: extended } = more.length === 0 ? { schema } : loadSchema(`${shopSchema}\n${more.join(";\n")}`);
  return analyzeStatement(extended, text, "shop")
    .findings.filter(({ diagnostic }) => diagnostic.severity === "error")
    .map(findingText);
}

/** What the server accepts and is warned of. */
export function warningsOf(text: string): readonly string[] {
  return analyzeStatement(schema, text, "shop")
    .findings.filter(({ diagnostic }) => diagnostic.severity === "warning")
    .map(findingText);
}

/** What is wrong with the last of some statements that follow the shop's schema. */
export function schemaErrorsOf(...statements: readonly string[]): readonly string[] {
  return loadSchema(`${shopSchema}\n${statements.join(";\n")}`).findings.map(({ diagnostic }) => {
    return `${diagnostic.code}: ${diagnostic.message}`;
  });
}
