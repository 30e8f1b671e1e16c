import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import type { Count, Ledger } from "./ledger.ts";

export interface Scenario<Place> {
  readonly fault: string;
  /** Names that must be met; else the fault did not happen. Each entry is met by any of its names. */
  readonly meets: readonly (readonly string[])[];
  readonly open: (place: Place) => DataSourceExecutor;
  /** Makes the fault happen under load and ends it; recovery is measured from then on. */
  readonly strike: (place: Place, seen: Ledger["errors"]) => Promise<void>;
}

export interface ScenarioReport {
  readonly fault: string;
  readonly writes: number;
  readonly count: Count;
  readonly errors: ReadonlyMap<string, number>;
  /** Until each kind of write was acknowledged again, counted from the end of the fault. */
  readonly recoveryMs: number;
  readonly problems: readonly string[];
}
