import type { StateType } from "./definition.js";
import { runChoice } from "./states/choice.js";
import { runFail } from "./states/fail.js";
import { runMap } from "./states/map.js";
import { runParallel } from "./states/parallel.js";
import { runPass } from "./states/pass.js";
import { runSucceed } from "./states/succeed.js";
import { runTask } from "./states/task.js";
import { runWait } from "./states/wait.js";
import type { StateHandler } from "./strand.js";

/** How each type of state runs one attempt. */
export const stateHandlers: Readonly<Record<StateType, StateHandler>> = {
  Choice: runChoice,
  Fail: runFail,
  Map: runMap,
  Parallel: runParallel,
  Pass: runPass,
  Succeed: runSucceed,
  Task: runTask,
  Wait: runWait,
};
