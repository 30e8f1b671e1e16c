import { arnOf } from "../../machine.js";
import type { TaskCall } from "../../task-call.js";

/** Signing in to a database by a secret. */
export function allowSecret(call: TaskCall, argument: string): void {
  const secrets = call.resources(argument, {
    // A name is completed by six characters that the service chooses.
    fromName: (name) => arnOf(call.machine, "secretsmanager", `secret:${name}-??????`),
    widened: arnOf(call.machine, "secretsmanager", "secret:*"),
  });
  call.allow(["secretsmanager:GetSecretValue"], secrets, "Reads the database's credentials.");
}
