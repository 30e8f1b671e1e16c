import { place } from "./statement.ts";

const pseudoParameters: { readonly [name: string]: string } = {
  "AWS::Partition": place.partition,
  "AWS::Region": place.region,
  "AWS::AccountId": place.accountId,
  "AWS::URLSuffix": "amazonaws.com",
};

/**
 * A value of a CloudFormation template with its functions resolved as a deployment would: pseudo parameters by the place,
 * other references by `attribute`.
 */
export function resolveTokens(value: unknown, attribute: (id: string, name: string | undefined) => string): unknown {
  const resolve = (inner: unknown): unknown => resolveTokens(inner, attribute);
  if (Array.isArray(value)) return value.map(resolve);
  if (typeof value !== "object" || value === null) return value;
  const [name, argument] = Object.entries(value)[0] ?? [];
  if (name === "Ref") return pseudoParameters[argument as string] ?? attribute(argument as string, undefined);
  if (name === "Fn::GetAtt") return attribute(...(argument as [string, string]));
  if (name === "Fn::Join") {
    const [separator, parts] = argument as [string, readonly unknown[]];
    return parts.map(resolve).join(separator);
  }
  if (name === "Fn::Split") {
    const [separator, text] = argument as [string, unknown];
    return String(resolve(text)).split(separator);
  }
  if (name === "Fn::Select") {
    const [index, list] = argument as [number, unknown];
    return (resolve(list) as readonly unknown[])[index];
  }
  if (name === "Fn::Sub") return substitute(argument, attribute, resolve);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
}

function substitute(
  argument: unknown,
  attribute: (id: string, name: string | undefined) => string,
  resolve: (inner: unknown) => unknown,
): string {
  const [text, values] = Array.isArray(argument) ? (argument as [string, object]) : [argument as string, {}];
  const known = resolve(values) as { readonly [name: string]: unknown };
  return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
    if (Object.hasOwn(known, name)) return String(known[name]);
    const [id, property] = name.split(".");
    return pseudoParameters[name] ?? attribute(id!, property);
  });
}
