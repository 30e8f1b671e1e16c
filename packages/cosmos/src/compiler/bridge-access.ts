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
      ...(auth.secretKey === undefined ? [] : [decryption(sourceName, auth.secretKey)]),
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

/** The customer key serves this secret through AWS Secrets Manager only. */
function decryption(sourceName: string, keyArn: string): AccessHint {
  return {
    actions: ["kms:Decrypt"],
    resources: [keyArn],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
    conditions: { StringEquals: { "kms:ViaService": "secretsmanager.${Region}.amazonaws.com" } },
    reason: `The secret that the bridge of ${sourceName} reads is encrypted with this key.`,
  };
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
  if ("secret" in auth) {
    add(auth.secret, "secret-arn");
    if (auth.secretKey !== undefined) {
      add(auth.secretKey, "kms-key-arn");
      found.set("Region", { name: "Region", kind: "region" });
    }
  } else for (const text of [auth.federation.tenantId, auth.federation.clientId]) add(text, "text");
  return [...found.values()];
}
