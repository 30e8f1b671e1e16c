import type { Placeholder } from "@treadle/workflow";
import type { AccessHint } from "@treadle/workflow/data-source";
import type { KeyspaceOptions } from "../tasks/declaration.js";

/** What the bridge function's own role needs to sign in. */
export function bridgeAccess(sourceName: string, { auth }: KeyspaceOptions): readonly AccessHint[] {
  return [
    {
      actions: ["secretsmanager:GetSecretValue"],
      resources: [auth.secret],
      reason: `The bridge of ${sourceName} reads user name and password, again when they were rotated.`,
    },
  ];
}

/** The placeholders of the declaration, each once. */
export function declaredPlaceholders({ auth }: KeyspaceOptions): readonly Placeholder[] {
  const found = new Map<string, Placeholder>();
  for (const [whole, name] of auth.secret.matchAll(/\$\{([A-Za-z][A-Za-z0-9_]*)\}/g)) {
    if (name !== undefined) found.set(name, { name, kind: whole === auth.secret ? "secret-arn" : "text" });
  }
  return [...found.values()];
}
