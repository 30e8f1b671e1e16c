import type { Placeholder, PlaceholderKind } from "@treadle/workflow";
import type { AccessHint } from "@treadle/workflow/data-source";
import type { ContainerOptions } from "../tasks/container-options.js";

/** What the bridge function's own role needs to reach the account. */
export function bridgeAccess(sourceName: string, { auth }: ContainerOptions): readonly AccessHint[] {
  if ("secret" in auth) {
    return [
      {
        actions: ["secretsmanager:GetSecretValue"],
        resources: [auth.secret],
        reason: `The bridge of ${sourceName} reads the account key, again when it was rotated.`,
      },
    ];
  }
  return [
    {
      actions: ["sts:GetWebIdentityToken"],
      resources: ["*"],
      conditions: {
        "ForAllValues:StringEquals": { "sts:IdentityTokenAudience": "api://AzureADTokenExchange" },
        NumericLessThanEquals: { "sts:DurationSeconds": "300" },
        StringEquals: { "sts:SigningAlgorithm": "RS256" },
      },
      reason: `The bridge of ${sourceName} signs in to Microsoft Entra as its role; the action takes no resource.`,
    },
  ];
}

/** The placeholders of the declaration, each once. */
export function declaredPlaceholders(options: ContainerOptions): readonly Placeholder[] {
  const { account, database, container, auth } = options;
  const found = new Map<string, Placeholder>();
  const add = (text: string, kind: PlaceholderKind): void => {
    for (const [whole, name] of text.matchAll(/\$\{([A-Za-z][A-Za-z0-9_]*)\}/g)) {
      if (name !== undefined && !found.has(name)) found.set(name, { name, kind: whole === text ? kind : "text" });
    }
  };
  for (const text of [account, database, container]) add(text, "text");
  if ("secret" in auth) add(auth.secret, "secret-arn");
  else for (const text of [auth.federation.tenantId, auth.federation.clientId]) add(text, "text");
  return [...found.values()];
}
