import { serviceNames } from "./generated/service-names.js";

/**
 * A service's name in Step Functions, of its client's in the JavaScript SDK: `DynamoDb` of `DynamoDB`, `Sfn` of `SFN`, `Config` of
 * `ConfigService`. It begins the names of the service's errors; in lower case it is the service of `aws-sdk:<service>:<action>`.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export function serviceName(client: string): string {
  return Object.hasOwn(serviceNames, client) ? serviceNames[client]! : byRule(client);
}

function byRule(client: string): string {
  return words(client)
    .map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase())
    .join("")
    .replace(/^(?:Amazon)?(?:Aws)?/, "")
    .replace(/Service$/, "");
}

/** Where the Java SDK sees words begin: at a capital after a small letter, at the last of several capitals, after digits. */
function words(text: string): readonly string[] {
  return text
    .replace(/([^a-z]{2,})v([0-9]+)/g, "$1 v$2 ")
    .replace(/([^A-Z]{2,})V([0-9]+)/g, "$1 V$2 ")
    .replace(/(?<=[a-z])(?=[A-Z][a-zA-Z0-9])/g, " ")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .replace(/([0-9])([a-zA-Z])/g, "$1 $2")
    .trim()
    .split(/ +/);
}
