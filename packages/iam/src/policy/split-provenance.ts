import type { Provenance, StatementProvenance } from "./merge-grants.js";
import type { PolicyDocument } from "./policy-document.js";

/** Why each statement is there after a split: a part of a statement has its reasons, and those of its own resources' `*`. */
export function splitProvenance(documents: readonly PolicyDocument[], provenance: Provenance): Provenance {
  const whole = Object.keys(provenance);
  return Object.fromEntries(
    documents.flatMap(({ Statement: statements }) =>
      statements.map(({ Sid: sid, Resource: resources }): [string, StatementProvenance] => {
        // Sids end in a hash of one length, so that no other one begins a part's.
        const why = provenance[whole.find((each) => sid.startsWith(each))!]!;
        const wildcards = Object.entries(why.wildcards).filter(([arn]) => resources.includes(arn));
        return [sid, { ...why, wildcards: Object.fromEntries(wildcards) }];
      }),
    ),
  );
}
