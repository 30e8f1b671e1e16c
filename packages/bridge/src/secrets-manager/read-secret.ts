import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";

export interface SecretOptions {
  /** Default: one with the region and role of the function. */
  readonly client?: SecretsManagerClient;
}

/**
 * Gives the `secret` of a connection: what reads the secret's current text from AWS Secrets Manager, each time it is called.
 * Executors call it when they connect, and again when the database refuses what was read before.
 *
 * ```ts
 * createExecutor(manifest, { endpoint, key: { secret: secretText(process.env.CARTS_SECRET_ARN!) } });
 * ```
 *
 * @param secretId name or ARN; the function's role needs `secretsmanager:GetSecretValue` on it
 * @param options.field where the secret is a JSON object: the property to give. Default: the whole text.
 */
export function secretText(
  secretId: string,
  options: SecretOptions & { readonly field?: string } = {},
): () => Promise<string> {
  const { field } = options;
  const read = secretReader(secretId, options);
  if (field === undefined) return read;
  return async () => fieldOf(parseFields(await read()), field);
}

/**
 * As `secretText`, for a secret that is a JSON object, such as those of databases: `{ "username": …, "password": … }`.
 *
 * @param fields those that are wanted; each must be a string
 */
export function secretFields<Field extends string>(
  secretId: string,
  fields: readonly Field[],
  options: SecretOptions = {},
): () => Promise<{ readonly [field in Field]: string }> {
  const read = secretReader(secretId, options);
  return async () => {
    const secret = parseFields(await read());
    return Object.fromEntries(fields.map((field) => [field, fieldOf(secret, field)])) as {
      readonly [field in Field]: string;
    };
  };
}

function secretReader(secretId: string, { client }: SecretOptions): () => Promise<string> {
  // One client for the life of the process, made when it is first needed.
  let used = client;
  return async () => {
    used ??= new SecretsManagerClient({});
    // What the service gives without a version stage is AWSCURRENT: after a rotation the new one.
    const { SecretString: text } = await used.send(new GetSecretValueCommand({ SecretId: secretId }));
    if (text === undefined) throw new Error("The secret is binary; a text is needed.");
    return text;
  };
}

type Fields = { readonly [name: string]: unknown };

/** Messages say nothing of what is in the secret; a parser's own would. */
function parseFields(text: string): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value as Fields;
  } catch {
    // Falls through to the one message for all that is not an object.
  }
  throw new Error("The secret is not a JSON object.");
}

function fieldOf(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (typeof value === "string" && value !== "") return value;
  throw new Error(`The secret has no text in its field "${name}".`);
}
