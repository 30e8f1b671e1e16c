import { remembering } from "../remembering.js";

/** How a Task waits for the service it calls. */
export type IntegrationPattern = "requestResponse" | "sync" | "sync:2" | "waitForTaskToken";

/** What the `Resource` of a Task names. */
export type TaskResource =
  | { readonly kind: "activity"; readonly name: string }
  | { readonly kind: "lambda"; readonly functionName: string; readonly qualifier?: string }
  /** `service` is `aws-sdk` for SDK integrations, and `api` then `<service>:<action>`. */
  | {
      readonly kind: "integration";
      readonly service: string;
      readonly api: string;
      readonly pattern: IntegrationPattern;
    }
  /** A placeholder stands where the kind would show. */
  | { readonly kind: "placeholder" }
  | { readonly kind: "invalid" };

/**
 * Reads the `Resource` of a Task. Placeholders (`${Name}`) are let pass in any part; one that hides the service gives
 * `placeholder`.
 */
export const parseTaskResource = remembering(1000, (resource: string): TaskResource => Object.freeze(parse(resource)));

function parse(resource: string): TaskResource {
  const parts = splitOutsidePlaceholders(resource);
  if (parts.length === 1 && parts[0]!.includes("${")) return { kind: "placeholder" };
  const [arn, partition, service, , , ...rest] = parts;
  if (arn !== "arn") return parts[0]!.includes("${") ? { kind: "placeholder" } : { kind: "invalid" };
  if (!partition || !service || rest.length === 0) return { kind: "invalid" };
  if (service.includes("${")) return { kind: "placeholder" };
  if (service === "lambda") return parseLambda(rest);
  if (service === "states") return parseStates(rest);
  return { kind: "invalid" };
}

function parseLambda([type, functionName, ...qualifier]: readonly string[]): TaskResource {
  if (type?.includes("${")) return { kind: "placeholder" };
  if (type !== "function" || !functionName || !isName(functionName) || qualifier.length > 1) return { kind: "invalid" };
  if (qualifier.length === 0) return { kind: "lambda", functionName };
  const [alias] = qualifier;
  return alias && (isName(alias) || alias === "$LATEST")
    ? { kind: "lambda", functionName, qualifier: alias }
    : { kind: "invalid" };
}

function isName(text: string): boolean {
  return /^[\w-]+$/.test(text.replaceAll(/\$\{[^}]*\}/g, "x"));
}

function parseStates([first, ...rest]: readonly string[]): TaskResource {
  if (!first) return { kind: "invalid" };
  if (first.includes("${")) return { kind: "placeholder" };
  if (first === "activity") return rest[0] ? { kind: "activity", name: rest.join(":") } : { kind: "invalid" };
  const action = rest.join(":");
  const suffix = /\.(sync:2|sync|waitForTaskToken)$/.exec(action);
  const api = suffix ? action.slice(0, suffix.index) : action;
  if (api === "") return { kind: "invalid" };
  const pattern = (suffix?.[1] ?? "requestResponse") as IntegrationPattern;
  return { kind: "integration", service: first, api, pattern };
}

/** Splits at colons, but not those of `${AWS::Region}`. */
function splitOutsidePlaceholders(text: string): string[] {
  return text.split(/:(?![^${}]*\})/);
}
