import { expect, test } from "vitest";
import { resource } from "./grant.js";
import { mergeGrants } from "./merge-grants.js";
import { splitPolicy } from "./policy-size.js";
import { splitProvenance } from "./split-provenance.js";

test("each part of a split statement keeps its states, its reasons and the reasons of its own wildcards", () => {
  const arns = Array.from({ length: 300 }, (_, n) => `arn:aws:s3:::bucket-of-orders-${n}/*`);
  const grant = {
    actions: ["s3:GetObject"],
    resources: arns.map((arn) => resource(arn, "dynamic-value")),
    state: "/States/Read",
    reason: "Reads.",
  };
  const { document, provenance } = mergeGrants([grant]);
  const documents = splitPolicy(document);
  const split = splitProvenance(documents, provenance);
  const statements = documents.flatMap(({ Statement }) => Statement);
  expect(statements.length).toBeGreaterThan(1);
  expect(Object.keys(split).sort()).toEqual(statements.map(({ Sid }) => Sid).sort());
  for (const { Sid: sid, Resource: resources } of statements) {
    expect(split[sid]).toMatchObject({ states: ["/States/Read"], reasons: ["Reads."] });
    expect(Object.keys(split[sid]!.wildcards).sort()).toEqual([...resources].sort());
  }
});

test("a policy that is not split keeps its provenance as it is", () => {
  const { document, provenance } = mergeGrants([
    { actions: ["sns:Publish"], resources: [resource("arn:aws:sns:eu-west-1:111122223333:t")], reason: "Publishes." },
  ]);
  expect(splitProvenance(splitPolicy(document), provenance)).toEqual(provenance);
});
