import type { Diagnostic, DiagnosticPlace } from "@treadle/diagnostics";
import { iamDiagnostics } from "../diagnostics.js";
import { type Grant, type Resource, resource, type WildcardReason } from "../policy/grant.js";
import type { Conditions } from "../policy/policy-document.js";
import { boundTexts } from "./argument-bound.js";
import { isArn, type Machine } from "./machine.js";
import type { StateHint } from "./options.js";
import { type AbstractValue, fieldOf, itemsOf, textsOf } from "./values/abstract-value.js";
import { isUnknown, type Text, text, textPattern } from "./values/text.js";

/** How a state waits for the service it calls. */
export type CallPattern = "request" | "sync" | "waitForTaskToken";

/** A text that an argument may have, as a pattern. */
export interface ArgumentText {
  /** `*` where it is not known. */
  readonly pattern: string;
  /** Why it holds `*`. */
  readonly wildcard: WildcardReason;
  /** Nothing of it is known. */
  readonly unknown: boolean;
}

export interface NamedResource {
  /** Makes the ARN where the argument may be a name instead of one. */
  readonly fromName?: (name: string) => string;
  /** What is granted where nothing is known of the argument and the caller wants policies all the same. */
  readonly widened: string;
}

interface CallSink {
  readonly grants: Grant[];
  readonly diagnostics: Diagnostic[];
}

/** One use of a service integration by a state: what rules read, and where they put what they found. */
export class TaskCall {
  readonly machine: Machine;
  readonly stateName: string;
  readonly pointer: string;
  readonly service: string;
  readonly action: string;
  readonly pattern: CallPattern;
  /** The call runs under a role of another account, by Credentials. */
  readonly abroad: boolean;
  readonly arguments: AbstractValue;
  readonly #hint: StateHint | undefined;
  readonly #sink: CallSink;

  constructor(
    fields: Pick<
      TaskCall,
      "machine" | "stateName" | "pointer" | "service" | "action" | "pattern" | "abroad" | "arguments"
    >,
    hint: StateHint | undefined,
    sink: CallSink,
  ) {
    this.machine = fields.machine;
    this.stateName = fields.stateName;
    this.pointer = fields.pointer;
    this.service = fields.service;
    this.action = fields.action;
    this.pattern = fields.pattern;
    this.abroad = fields.abroad;
    this.arguments = fields.arguments;
    this.#hint = hint;
    this.#sink = sink;
  }

  get integration(): string {
    return `${this.service}:${this.action}`;
  }

  allow(
    actions: readonly string[],
    resources: readonly Resource[],
    reason: string,
    conditions?: Conditions | undefined,
  ): void {
    if (actions.length === 0 || resources.length === 0) return;
    for (const { arn, wildcard } of resources) {
      if (arn.includes("*") && wildcard === undefined) throw new Error(`"${arn}" has no reason for its "*".`);
    }
    this.#sink.grants.push({ actions, resources, reason, state: this.pointer, ...(conditions && { conditions }) });
  }

  /** The value at a path of the arguments; undefined where it is certainly absent. */
  value(path: string): AbstractValue | undefined {
    return path
      .split(".")
      .reduce<AbstractValue | undefined>((value, name) => value && fieldOf(value, name), this.arguments);
  }

  has(path: string): boolean {
    return this.value(path) !== undefined || this.#declared(path) !== undefined;
  }

  /** What texts an argument may have, hints applied; none where it is absent. */
  texts(path: string): readonly ArgumentText[] {
    const declared = this.#declared(path);
    const value = this.value(path);
    if (value === undefined) return declared ?? [];
    return textsOf(value).flatMap((each) => (isUnknown(each) && declared ? declared : [argumentText(each)]));
  }

  /** The texts of the items of an array argument, or of one field of each. */
  itemTexts(path: string, field?: string): readonly ArgumentText[] {
    const declared = this.#declared(field === undefined ? path : `${path}.${field}`);
    const value = this.value(path);
    const items = value === undefined ? [] : itemsOf(value);
    const values = field === undefined ? items : items.flatMap((item) => fieldOf(item, field) ?? []);
    return values.flatMap(textsOf).flatMap((each) => (isUnknown(each) && declared ? declared : [argumentText(each)]));
  }

  /** The resources that an argument names, by ARN or by name. Reports an argument that is absent or not bounded. */
  resources(path: string, named: NamedResource): readonly Resource[] {
    const texts = this.texts(path);
    if (texts.length === 0 && !this.#isDeclaredEmpty(path)) this.missing(path);
    return this.toResources(path, texts, named);
  }

  /** As `resources`, but an argument that is absent names nothing. */
  optionalResources(path: string, named: NamedResource): readonly Resource[] {
    return this.toResources(path, this.texts(path), named);
  }

  toResources(path: string, texts: readonly ArgumentText[], named: NamedResource): readonly Resource[] {
    return texts.flatMap((each) => {
      if (each.unknown) {
        this.dynamic(path);
        return [resource(named.widened, "dynamic-value")];
      }
      if (named.fromName && !isArn(this.machine, each.pattern))
        return [resource(named.fromName(each.pattern), each.wildcard)];
      if (/^(?:arn:|\$\{|\*)/.test(each.pattern)) return [resource(each.pattern, each.wildcard)];
      const details = { state: this.stateName, argument: path, value: each.pattern };
      this.#sink.diagnostics.push(iamDiagnostics["invalid-arn"](details, this.#place()));
      return [];
    });
  }

  /** Reports that an argument is not bounded, as an error or as a warning. */
  dynamic(argument: string): void {
    const code = this.machine.widen ? "widened-resource" : "dynamic-resource";
    const diagnostic = iamDiagnostics[code]({ state: this.stateName, argument }, this.#place());
    // One argument may name resources of several types.
    const isKnown = this.#sink.diagnostics.some(({ message }) => message === diagnostic.message);
    if (!isKnown) this.#sink.diagnostics.push(diagnostic);
  }

  /**
   * What a hint declares under a path that the API's arguments do not have. Without one it is an error, or, where the
   * caller wants policies all the same, what `widened` says, with a warning.
   */
  declaredResources(path: string, need: string, widened: readonly Resource[]): readonly Resource[] {
    const declared = this.#declared(path);
    if (declared !== undefined) return declared.map(({ pattern, wildcard }) => resource(pattern, wildcard));
    if (this.machine.widen) {
      this.dynamic(path);
      return widened;
    }
    const details = { state: this.stateName, need, argument: path };
    this.#sink.diagnostics.push(iamDiagnostics["undeclared-access"](details, this.#place()));
    return [];
  }

  missing(argument: string): void {
    const details = { state: this.stateName, integration: this.integration, argument };
    this.#sink.diagnostics.push(iamDiagnostics["missing-argument"](details, this.#place()));
  }

  report(make: (place: DiagnosticPlace) => Diagnostic): void {
    this.#sink.diagnostics.push(make(this.#place()));
  }

  #place(): DiagnosticPlace {
    return { pointer: this.pointer };
  }

  #declared(path: string): readonly ArgumentText[] | undefined {
    const bound = this.#hint?.arguments?.[path];
    if (bound === undefined) return undefined;
    return boundTexts(bound).map((pattern) => ({
      pattern,
      wildcard: "declared",
      unknown: false,
    }));
  }

  #isDeclaredEmpty(path: string): boolean {
    return this.#declared(path)?.length === 0;
  }
}

function argumentText(value: Text): ArgumentText {
  return { pattern: textPattern(value), wildcard: "dynamic-value", unknown: isUnknown(value) };
}

export function knownText(value: string): ArgumentText {
  return argumentText(text(value));
}
