import { AbortScope } from "./abort-scope.js";
import type { Checkpoint } from "./checkpoint.js";
import { StateFailure } from "./failure.js";
import type { Json } from "./json.js";
import type { Strand } from "./strand.js";

/** A member of a group that failed first, with the strand it ran on. */
export interface GroupFailure {
  readonly reason: unknown;
  readonly index: number;
  readonly strand: Strand;
}

export interface GroupMember {
  readonly strand: Strand;
  readonly run: () => Promise<Json>;
  /** Called when it fails, before what its failure cuts short ends. */
  readonly onFailure?: (reason: unknown) => void;
  /** Called when it ends after another's failure, also where it has failed itself in that moment. */
  readonly onAborted?: (reason: unknown) => void;
}

export type GroupResult =
  | { readonly outputs: readonly Json[]; readonly last: Strand | undefined }
  | { readonly failure: GroupFailure };

/** It ends the execution at once, so that the history tells nothing of what ends with it. */
export function isFinal(reason: unknown): boolean {
  return !(reason instanceof StateFailure) || reason.error === "States.Runtime";
}

/**
 * Runs strands side by side, at most `limit` at a time, started in order. The first failure aborts the others, and all
 * have ended when the result comes.
 */
export async function runGroup(
  count: number,
  limit: number,
  parent: Strand,
  start: (index: number, abort: AbortScope, predecessor: Strand | undefined) => GroupMember,
): Promise<GroupResult> {
  const abort = new AbortScope(parent.abort);
  const outputs: Json[] = new Array<Json>(count).fill(null);
  const isDone: boolean[] = [];
  const checkpoints: (Checkpoint | undefined)[] = [];
  let next = 0;
  let failure: GroupFailure | undefined;
  let last: Strand | undefined;
  const work = async (): Promise<void> => {
    let predecessor: Strand | undefined;
    while (next < count && !abort.aborted) {
      const index = next++;
      const member = start(index, abort, predecessor);
      try {
        outputs[index] = await member.run();
        isDone[index] = true;
        predecessor = last = member.strand;
        member.strand.variables.release();
      } catch (reason) {
        (abort.aborted ? member.onAborted : member.onFailure)?.(reason);
        failure ??= { reason, index, strand: member.strand };
        checkpoints[index] = member.strand.checkpoint;
        member.strand.variables.release();
        abort.abort(isFinal(reason) ? undefined : member.strand.lastEventId);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(count, limit) }, work));
  abort.dispose();
  if (failure) parent.failedParts = outputs.map((output, i) => (isDone[i] ? { output } : checkpoints[i]));
  parent.abort.throwIfAborted();
  return failure ? { failure } : { outputs, last };
}
