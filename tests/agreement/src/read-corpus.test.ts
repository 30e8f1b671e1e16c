import { replayCql } from "@treadle/cassandra/compiler";
import { describe, expect, it } from "vitest";
import { checkChange, checkStatement, isSchemaChange } from "./compare-statements.js";
import { corpusSchemaFile, readCorpus, readSchemaScript } from "./read-corpus.js";

const { statements: schemaStatements, keyspace } = readSchemaScript(corpusSchemaFile);
const { schema, findings } = replayCql(schemaStatements);

/** What the node said is in the files' names, so that the checker is held to it also where no node can run. */
describe("the checker, against recorded verdicts", () => {
  it("takes the schema", () => {
    expect(findings.flat()).toEqual([]);
    expect(keyspace).toBe("fleet");
  });

  it.each(readCorpus())("says of $name what the server said", ({ verdict, statements }) => {
    const applied = [...schemaStatements];
    const differing: string[] = [];
    for (const text of statements) {
      const isChange = isSchemaChange(text);
      const { fault } = isChange ? checkChange(applied, text) : checkStatement(schema, text, keyspace);
      if ((fault === undefined) !== (verdict === "accepted")) differing.push(`${text}: ${fault ?? "accepted"}`);
      if (isChange && fault === undefined) applied.push(text);
    }
    expect(differing).toEqual([]);
  });
});
