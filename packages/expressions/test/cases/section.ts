/** Lambdas that belong together, each with the JSONata printed for it; the guide shows them as one table. */
export interface Section {
  readonly title: string;
  readonly note?: string;
  readonly rows: readonly (readonly [source: string, jsonata: string])[];
}
