import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { STSClient } from "@aws-sdk/client-sts";
import { createHttpHeaders, type HttpClient } from "@azure/core-rest-pipeline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entraFederation } from "./entra-federation.js";

const tenantId = "11111111-1111-1111-1111-111111111111";
const clientId = "22222222-2222-2222-2222-222222222222";
const authority = `https://login.microsoftonline.com/${tenantId}`;

/** STS is a local server that speaks its protocol; Entra is a function in the place of the network. */
describe("federation from AWS to Entra", () => {
  const stsRequests: URLSearchParams[] = [];
  const tokenRequests: URLSearchParams[] = [];
  let server: Server;
  let sts: STSClient;

  const entra: HttpClient = {
    sendRequest: async (request) => {
      const answer = (body: object) => ({
        request,
        status: 200,
        headers: createHttpHeaders({ "content-type": "application/json" }),
        bodyAsText: JSON.stringify(body),
      });
      if (request.method === "POST") {
        tokenRequests.push(new URLSearchParams(String(request.body)));
        return answer({ token_type: "Bearer", expires_in: 3600, access_token: "entra-token" });
      }
      return answer({
        issuer: `${authority}/v2.0`,
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      });
    },
  };

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      stsRequests.push(new URLSearchParams(await text(request)));
      response.setHeader("content-type", "text/xml").end(
        `<GetWebIdentityTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetWebIdentityTokenResult>
          <WebIdentityToken>aws-token</WebIdentityToken>
        </GetWebIdentityTokenResult></GetWebIdentityTokenResponse>`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    sts = new STSClient({
      region: "eu-west-1",
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: "id", secretAccessKey: "key" },
    });
  });

  afterAll(async () => {
    sts.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it("exchanges the role's token for one of the account's scope", async () => {
    const credential = entraFederation({
      tenantId,
      clientId,
      sts,
      credential: { httpClient: entra, disableInstanceDiscovery: true },
    });
    const token = await credential.getToken("https://carts.documents.azure.com/.default");
    expect(token?.token).toBe("entra-token");
    expect(Object.fromEntries(stsRequests[0]!)).toMatchObject({
      Action: "GetWebIdentityToken",
      "Audience.member.1": "api://AzureADTokenExchange",
      SigningAlgorithm: "RS256",
      DurationSeconds: "300",
    });
    expect(Object.fromEntries(tokenRequests[0]!)).toMatchObject({
      client_id: clientId,
      client_assertion: "aws-token",
      client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
      scope: "https://carts.documents.azure.com/.default",
    });
  });
});
