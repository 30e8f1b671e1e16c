import { GetWebIdentityTokenCommand, STSClient } from "@aws-sdk/client-sts";
import { ClientAssertionCredential, type ClientAssertionCredentialOptions } from "@azure/identity";
import type { CosmosConnection } from "../executor/connection.js";

export interface EntraFederation {
  readonly tenantId: string;
  /** The application, or user-assigned identity, whose federated credential names this function's role as its subject. */
  readonly clientId: string;
  /** Default: one with the region and role of the function. Only regional endpoints give tokens. */
  readonly sts?: STSClient;
  /** For other clouds of Azure: `authorityHost`. */
  readonly credential?: ClientAssertionCredentialOptions;
}

/** What Entra asks the token of a federated credential to be for. */
const audience = "api://AzureADTokenExchange";

/**
 * Gives the `tokenCredential` of a connection without any secret: AWS STS signs a token for the function's role, and
 * Microsoft Entra takes it in place of a password.
 *
 * ```ts
 * createExecutor(manifest, { endpoint, tokenCredential: entraFederation({ tenantId, clientId }) });
 * ```
 *
 * The role needs `sts:GetWebIdentityToken`, and the AWS account outbound identity federation, which is enabled once.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html
 */
export function entraFederation(options: EntraFederation): NonNullable<CosmosConnection["tokenCredential"]> {
  const sts = options.sts ?? new STSClient({});
  const getAssertion = async () => {
    const { WebIdentityToken: token } = await sts.send(
      // 300 s is what the generated policy allows; Entra exchanges the token at once.
      new GetWebIdentityTokenCommand({ Audience: [audience], SigningAlgorithm: "RS256", DurationSeconds: 300 }),
    );
    if (token === undefined) throw new Error("AWS STS gave no token.");
    return token;
  };
  return new ClientAssertionCredential(options.tenantId, options.clientId, getAssertion, options.credential);
}
