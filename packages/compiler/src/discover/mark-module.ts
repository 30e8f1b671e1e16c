/** The specifier under which rewritten modules import `markLambda`; the module hook resolves it. */
export const markModule = "treadle:mark";
