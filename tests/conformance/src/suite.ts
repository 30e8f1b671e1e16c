/** A line of a corpus file. Everything but the id is the suite's own business. */
export interface CorpusCase {
  readonly id: string;
}

/** The row of the report that a case belongs to. */
export interface CaseClass {
  readonly group: string;
  readonly oracle?: string;
  readonly tier?: string;
}

export interface Metric {
  readonly name: string;
  /** Hits of this metric are faults (`falseAccept`), so fewer is better. */
  readonly countsFaults?: true;
}

/**
 * What came of one case: `actual` in the shape of the case's expectation, and for each metric that the case counts
 * for, whether it was hit. A case that cannot be run is `failed`, which hits nothing.
 */
export type CaseOutcome =
  | {
      readonly actual: Readonly<Record<string, unknown>>;
      readonly hits: Readonly<Record<string, boolean>>;
      /** Why the case differs, in one line; absent where it agrees. */
      readonly why?: string;
    }
  | { readonly failed: string };

/** A part of the cases whose figures are wanted beside the totals. */
export interface Subtotal {
  readonly label: string;
  readonly includes: (row: CaseClass) => boolean;
}

/**
 * One corpus file and how to judge its cases. Suites live in `suites/<name>.ts` and export one as `suite`; the runner
 * reads the file, so that a suite holds no I/O of its own beyond what running a case needs.
 */
export interface Suite<Case extends CorpusCase = CorpusCase> {
  readonly name: string;
  /** Name of the file in the corpus folder. */
  readonly file: string;
  /** In the order of the table's columns. */
  readonly metrics: readonly Metric[];
  /** Further lines above the totals. */
  readonly subtotals?: readonly Subtotal[];
  /** Prepares what all cases share (an engine, a process); called once before the first case. */
  open?(): Promise<void>;
  close?(): Promise<void>;
  classify(testCase: Case): CaseClass;
  /** Names of the metrics whose `of` this case raises, known without running it. */
  counts(testCase: Case): readonly string[];
  /** The expectation in the shape of `actual`, for `--show`. */
  expected(testCase: Case): Readonly<Record<string, unknown>>;
  /** May throw: the runner reports the case as failed and goes on. */
  run(testCase: Case): CaseOutcome | Promise<CaseOutcome>;
  /** Replaces the JSON difference that `--show` prints by default. */
  explain?(testCase: Case, outcome: CaseOutcome): string;
}

/** Checks a suite against its own case type, and hides that type from the runner. */
export function defineSuite<Case extends CorpusCase>(suite: Suite<Case>): Suite {
  return suite as unknown as Suite;
}
