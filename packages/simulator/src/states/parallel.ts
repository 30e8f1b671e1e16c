import type { AbortScope } from "../abort-scope.js";
import { isDone, toCheckpoint } from "../checkpoint.js";
import type { StateBlock } from "../definition.js";
import { finishAfter, readArguments } from "../fields.js";
import { runGroup } from "../group.js";
import type { Json } from "../json.js";
import { takeMockedResult } from "../mocked-result.js";
import { recordAbortedTask } from "../record-aborted-task.js";
import type { StateHandler, Strand, Visit } from "../strand.js";
import { VariableScope } from "../variable-scope.js";

export const runParallel: StateHandler = async (visit, strand) => {
  const { history } = strand.run;
  const input = await readArguments(visit, strand);
  const startedId = (visit.parts && visit.startedId) ?? history.add(strand, "ParallelStateStarted");
  visit.startedId = startedId;
  const result = (await takeMockedResult(input, visit, strand)) ?? (await runBranches(input, startedId, visit, strand));
  const succeededId = history.addAside(strand.lastEventId, "ParallelStateSucceeded");
  return finishAfter(succeededId, result, visit, strand);
};

async function runBranches(input: Json, startedId: number, visit: Visit, strand: Strand): Promise<Json> {
  const branches = visit.state.Branches ?? [];
  const parts = visit.parts ?? [];
  visit.parts = undefined;
  const group = await runGroup(branches.length, branches.length, strand, (index, abort) => {
    const part = parts[index];
    const branch = forkStrand(index, startedId, abort, visit, strand);
    if (isDone(part)) return { strand: branch, run: async () => part.output };
    branch.resumeFrom = toCheckpoint(part);
    const block = branches[index] as StateBlock;
    return {
      strand: branch,
      run: () => strand.run.runBlock(block, input, branch),
      onFailure: (reason) => recordAbortedTask(reason, block, branch),
    };
  });
  if ("failure" in group) {
    strand.lastEventId = group.failure.strand.lastEventId;
    throw group.failure.reason;
  }
  if (group.last) strand.lastEventId = group.last.lastEventId;
  return [...group.outputs];
}

function forkStrand(index: number, startedId: number, abort: AbortScope, visit: Visit, strand: Strand): Strand {
  return {
    ...strand,
    abort,
    variables: new VariableScope(strand.variables),
    lastEventId: startedId,
    within: [...strand.within, `${visit.name}[${index}]`],
  };
}
