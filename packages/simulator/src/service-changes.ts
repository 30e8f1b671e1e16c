/**
 * What Step Functions does differently since a day, as far as recordings of executions show it. Comparisons with older
 * recordings need the older behaviour; the days are the first on which the newer one is known.
 */
export const serviceChanges = {
  /** Executions can be redriven, and the context object counts how often. */
  redriveCount: Date.UTC(2023, 10, 15),
  /** The exit of a distributed Map state links to the start of its Map Run, no longer to its end. */
  distributedMapExit: Date.UTC(2024, 10, 1),
  /** Distributed Map states iterate over the members of objects, and the context object tells where an item comes from. */
  objectItems: Date.UTC(2025, 8, 18),
  /** A failed evaluation links to the entry of its state, no longer to what went before that. */
  evaluationFailedLink: Date.UTC(2026, 0, 1),
} as const;

/** Whether an execution runs after a change; without a day it runs on the service of today. */
export function hasChange(change: keyof typeof serviceChanges, asOf: Date | string | undefined): boolean {
  return asOf === undefined || new Date(asOf).getTime() >= serviceChanges[change];
}
