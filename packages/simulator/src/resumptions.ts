import type { Checkpoint } from "./checkpoint.js";
import type { SimulateOptions } from "./options.js";

/** What a redrive needs of an execution beyond its result. */
export interface Resumption {
  readonly definition: string | object;
  readonly options: SimulateOptions;
  readonly checkpoint: Checkpoint;
  /** How often it has been redriven. */
  readonly count: number;
  readonly startMs: number;
}

/** By result, so that results stay plain data. */
export const resumptions = new WeakMap<object, Resumption>();
