import type { Machine } from "./machine.js";

/** A placeholder in the policies, and what deployment must put there. */
export interface PolicyPlaceholder {
  readonly name: string;
  readonly kind: string;
  /** The placeholder of the definition that stands for the same thing, where this one is not in the definition itself. */
  readonly from?: string;
}

/** `OrdersQueueUrl` → `OrdersQueueArn`: deployment knows a queue's ARN as well as its URL. */
export function queueArnPlaceholder(url: string): string {
  return `${url.replace(/Url$/i, "")}Arn`;
}

/** `ChildArn` → `ChildName`: deployment knows the name in an ARN as well as the ARN. */
export function namePlaceholder(arn: string): string {
  return `${arn.replace(/\.?Arn$/i, "")}Name`;
}

const wellKnown: { readonly [name: string]: string } = {
  Partition: "partition",
  Region: "region",
  AccountId: "account-id",
  ExecutionRoleArn: "role-arn",
};

/** The placeholders that stand in texts of policies, by name, each with its kind: given, derived, or `text`. */
export function placeholdersOf(texts: readonly string[], definition: object, machine: Machine): PolicyPlaceholder[] {
  const names = namesIn(texts.join("\n"));
  let written: readonly string[] | undefined;
  return names.map((name) => {
    const kind = machine.kinds.get(name) ?? (Object.hasOwn(wellKnown, name) ? wellKnown[name] : undefined);
    if (kind !== undefined) return { name, kind };
    written ??= namesIn(JSON.stringify(definition));
    if (!written.includes(name)) {
      const queue = written.find((other) => queueArnPlaceholder(other) === name);
      if (queue !== undefined) return { name, kind: "queue-arn", from: queue };
      const named = written.find((other) => namePlaceholder(other) === name);
      if (named !== undefined) return { name, kind: "name", from: named };
    }
    return { name, kind: "text" };
  });
}

function namesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\$\{([^}]+)\}/g)].map((match) => match[1]!))].sort();
}
