import type { DerivePoliciesOptions } from "./options.js";

/** The state machine whose policies are derived: where it lives, and what its placeholders stand for. */
export interface Machine {
  readonly name: string;
  readonly type: "STANDARD" | "EXPRESS";
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** ARN of the machine itself. */
  readonly arn: string;
  readonly redrive: boolean;
  readonly widen: boolean;
  readonly substitutions: { readonly [placeholder: string]: string };
  readonly kinds: ReadonlyMap<string, string>;
}

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: the default placeholders.
export function createMachine(options: DerivePoliciesOptions): Machine {
  const partition = options.partition ?? "${Partition}";
  const region = options.region ?? "${Region}";
  const accountId = options.accountId ?? "${AccountId}";
  return {
    name: options.name,
    type: options.type ?? "STANDARD",
    partition,
    region,
    accountId,
    arn: `arn:${partition}:states:${region}:${accountId}:stateMachine:${options.name}`,
    redrive: options.redrive ?? true,
    widen: options.dynamicValues === "widen",
    substitutions: options.substitutions ?? {},
    kinds: new Map(options.placeholders?.map(({ name, kind }) => [name, kind])),
  };
}
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: the end of the default placeholders.

/** `arn:<partition>:<service>:<region>:<account>:<resource>` in the machine's account. */
export function arnOf(machine: Machine, service: string, resource: string): string {
  return `arn:${machine.partition}:${service}:${machine.region}:${machine.accountId}:${resource}`;
}

/** A text with the placeholders replaced whose values are known. */
export function substitute(machine: Machine, text: string): string {
  return text.replace(/\$\{([^}]+)\}/g, (reference, name: string) =>
    Object.hasOwn(machine.substitutions, name) ? machine.substitutions[name]! : reference,
  );
}

/**
 * Whether a text is an ARN rather than a name: by its beginning, by the value or kind of the placeholder it begins with,
 * or, where neither is known, by that placeholder's name.
 */
export function isArn(machine: Machine, text: string): boolean {
  const value = substitute(machine, text);
  if (value.startsWith("arn:")) return true;
  const name = /^\$\{([^}]+)\}/.exec(value)?.[1];
  if (name === undefined) return false;
  return machine.kinds.get(name)?.endsWith("-arn") ?? /arn$/i.test(name);
}
