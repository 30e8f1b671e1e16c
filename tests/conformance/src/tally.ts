import type { CaseClass, CaseOutcome, CorpusCase, Suite } from "./suite.js";

export interface Figure {
  hits: number;
  of: number;
}

export interface Row extends CaseClass {
  cases: number;
  readonly figures: Record<string, Figure>;
}

/** The figures of one suite, by group, oracle and tier. */
export class Tally {
  readonly #rows = new Map<string, Row>();
  readonly #suite: Suite;
  readonly differing: { readonly id: string; readonly why: string }[] = [];
  failed = 0;

  constructor(suite: Suite) {
    this.#suite = suite;
  }

  add(testCase: CorpusCase, outcome: CaseOutcome): void {
    const row = this.#row(this.#suite.classify(testCase));
    row.cases++;
    const hits = "failed" in outcome ? {} : outcome.hits;
    for (const metric of this.#suite.counts(testCase)) {
      row.figures[metric] ??= { hits: 0, of: 0 };
      row.figures[metric].of++;
      if (hits[metric]) row.figures[metric].hits++;
    }
    if ("failed" in outcome) this.failed++;
    const why = "failed" in outcome ? `failed: ${outcome.failed}` : outcome.why;
    if (why !== undefined) this.differing.push({ id: testCase.id, why });
  }

  rows(): Row[] {
    return [...this.#rows.keys()].sort().map((key) => this.#rows.get(key)!);
  }

  /** The sum of the rows that pass, under a name of its own. */
  sum(label: string, includes: (row: Row) => boolean = () => true): Row {
    const total: Row = { group: label, cases: 0, figures: {} };
    for (const row of this.#rows.values()) {
      if (!includes(row)) continue;
      total.cases += row.cases;
      for (const [metric, figure] of Object.entries(row.figures)) {
        total.figures[metric] ??= { hits: 0, of: 0 };
        total.figures[metric].hits += figure.hits;
        total.figures[metric].of += figure.of;
      }
    }
    return total;
  }

  #row(row: CaseClass): Row {
    const key = [row.oracle ?? "", row.group, row.tier ?? ""].join("\u0000");
    const found = this.#rows.get(key) ?? { ...row, cases: 0, figures: {} };
    this.#rows.set(key, found);
    return found;
  }
}

/** The suite's entry of the `--json` report. */
export function tallyToJson(suite: Suite, tally: Tally): object {
  return {
    suite: suite.name,
    groups: tally.rows().map(({ group, oracle, tier, figures }) => ({
      group,
      ...(oracle !== undefined && { oracle }),
      ...(tier !== undefined && { tier }),
      ...figures,
    })),
    differing: tally.differing,
  };
}
