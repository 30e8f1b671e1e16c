/** The specifier under which rewritten modules import what marks them, `markLambda` and `callSiteAt`; the module hook resolves it. */
export const markModule = "treadle:mark";
