import { runtimeFailure } from "../failure.js";
import { isJsonObject, type Json } from "../json.js";
import type { TaskResource } from "./resource.js";

/** Refuses arguments that a service integration itself does not take, before anything is sent. */
export function checkArguments(resource: TaskResource, args: Json): void {
  if (resource.kind !== "service" || resource.service !== "apigateway" || !isJsonObject(args)) return;
  const { Headers } = args;
  if (isJsonObject(Headers) && !Object.values(Headers).every(Array.isArray)) {
    throw runtimeFailure(
      `The Parameters '${JSON.stringify(args)}' could not be used to start the Task: [The value of the field 'Headers' has an invalid format]`,
    );
  }
}
