import { isJsonObject } from "../json.js";
import type { TaskRequest } from "../options.js";
import type { SeededRandom } from "../random.js";
import type { ResolvedOutcome } from "./task-resolver.js";
import { TaskTokenRefused, type TaskTokens } from "./task-tokens.js";

/** Runs a state's own SendTaskSuccess, SendTaskFailure or SendTaskHeartbeat; undefined when it is none. */
export function answerTokenCall(
  { arguments: args, resource }: TaskRequest,
  tokens: TaskTokens,
  random: SeededRandom,
): ResolvedOutcome | undefined {
  if (resource.kind !== "service" || resource.service !== "aws-sdk:sfn" || !isJsonObject(args)) return undefined;
  const taskToken = String(args.TaskToken);
  const text = (name: string) => (typeof args[name] === "string" ? args[name] : undefined);
  try {
    switch (resource.action) {
      case "sendTaskSuccess":
        tokens.sendTaskSuccess({ taskToken, output: text("Output") ?? JSON.stringify(args.Output ?? null) });
        return { output: {} };
      case "sendTaskFailure":
        tokens.sendTaskFailure({ taskToken, ...withText("error", text("Error")), ...withText("cause", text("Cause")) });
        return { output: {} };
      case "sendTaskHeartbeat":
        tokens.sendTaskHeartbeat({ taskToken });
        return { output: {} };
      default:
        return undefined;
    }
  } catch (error) {
    if (!(error instanceof TaskTokenRefused)) throw error;
    const details = `(Service: Sfn, Status Code: 400, Request ID: ${random.nextUuid()}) (SDK Attempt Count: 1)`;
    return { error: `Sfn.${error.name}Exception`, cause: `${error.message} ${details}` };
  }
}

function withText<K extends string>(name: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: string };
}
