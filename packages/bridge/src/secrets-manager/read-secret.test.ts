import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secretFields, secretText } from "./read-secret.js";

/** Speaks the protocol of Secrets Manager as far as one call goes. */
describe("secrets of AWS Secrets Manager", () => {
  let server: Server;
  let client: SecretsManagerClient;
  let secret: object = {};
  const requests: unknown[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      requests.push([request.headers["x-amz-target"], JSON.parse(await text(request))]);
      response.setHeader("content-type", "application/x-amz-json-1.1").end(JSON.stringify(secret));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    client = new SecretsManagerClient({
      region: "eu-west-1",
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      credentials: { accessKeyId: "id", secretAccessKey: "key" },
    });
  });

  afterAll(async () => {
    client.destroy();
    await new Promise((resolve) => server.close(resolve));
  });

  it("reads the current text each time it is asked", async () => {
    const read = secretText("arn:carts", { client });
    secret = { SecretString: "old" };
    expect(await read()).toBe("old");
    secret = { SecretString: "new" };
    expect(await read()).toBe("new");
    expect(requests.at(-1)).toEqual(["secretsmanager.GetSecretValue", { SecretId: "arn:carts" }]);
  });

  it("gives one field, or several", async () => {
    secret = { SecretString: JSON.stringify({ username: "app", password: "p", port: 9042 }) };
    expect(await secretText("arn:shop", { client, field: "password" })()).toBe("p");
    const fields = await secretFields("arn:shop", ["username", "password"], { client })();
    expect(fields).toEqual({ username: "app", password: "p" });
  });

  it.each<[string, object, string]>([
    ["is binary", { SecretBinary: "AAAA" }, "The secret is binary; a text is needed."],
    ["is no JSON", { SecretString: "hidden" }, "The secret is not a JSON object."],
    ["lacks the field", { SecretString: '{"other":"hidden"}' }, 'The secret has no text in its field "key".'],
    ["has no text there", { SecretString: '{"key":1}' }, 'The secret has no text in its field "key".'],
  ])("says that the secret %s, and nothing of its contents", async (_, given, message) => {
    secret = given;
    await expect(secretText("arn:carts", { client, field: "key" })()).rejects.toThrow(new Error(message));
  });
});
