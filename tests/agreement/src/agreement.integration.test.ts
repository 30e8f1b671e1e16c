import { describeWithCassandra } from "@treadle/testbed/vitest";
import { beforeAll, expect, it } from "vitest";
import { type Agreement, isSchemaChange } from "./compare-statements.js";
import { generateStatements } from "./generate-statements.js";
import { corpusSchemaFile, readCorpus, readSchemaScript } from "./read-corpus.js";
import { runAgreement } from "./run-agreement.js";

describeWithCassandra("the checker and a real node", (cassandra) => {
  let agreement: Agreement;
  let corpusSize = 0;

  beforeAll(async () => {
    // Changes of the schema take the node a long time; `npm run agree:cql` compares them too.
    const corpus = readCorpus().flatMap(({ statements }) => statements.filter((text) => !isSchemaChange(text)));
    corpusSize = corpus.length;
    const schema = readSchemaScript(corpusSchemaFile);
    agreement = await runAgreement(cassandra(), schema, [...corpus, ...generateStatements()]);
  });

  it("agree on which statements are right, on their markers and on their results", () => {
    expect(agreement.differences).toEqual([]);
  });

  it("are asked about enough of both kinds that agreeing says something", () => {
    expect(corpusSize).toBeGreaterThanOrEqual(600);
    expect(Math.min(agreement.accepted, agreement.refused)).toBeGreaterThan(corpusSize / 3);
    // What a table happens to hold is no way around the comparison.
    expect(agreement.undecided.length).toBeLessThan(corpusSize / 50);
  });
});
