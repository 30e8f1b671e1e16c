import type { Json } from "@treadle/expressions";
import type { PlaceholderKind } from "./task.js";

/** A state written in ASL, for what the builder has no call for: its value, and the errors it declares. */
export interface RawState<out O, out E extends string = never> {
  readonly kind: "rawState";
  readonly definition: RawStateDefinition;
  /** Never set; they carry the types. */
  readonly __output?: O;
  readonly __errors?: E;
}

export interface RawStateDefinition {
  readonly fields: { readonly [field: string]: Json | undefined };
  /** What the placeholders in it stand for, where the field they stand in does not tell. */
  readonly placeholders: { readonly [name: string]: PlaceholderKind };
}

/** The fields of a state in JSONata mode, but for those that the builder writes. */
export interface RawStateFields {
  readonly Type: "Task" | "Map" | "Parallel" | "Pass" | "Wait";
  /** The step's value. Default: the result of a Task, Map or Parallel; null for a Pass or a Wait. */
  readonly Output?: Json;
  /** Given by the order of steps. */
  readonly Next?: never;
  /** Given by the order of steps. */
  readonly End?: never;
  /** An option of `.state`. */
  readonly Retry?: never;
  /** An option of `.state`. */
  readonly Catch?: never;
  /** Given by what later steps read. */
  readonly Assign?: never;
  readonly [field: string]: Json | undefined;
}

/**
 * A state in ASL for `.state`. Texts may be JSONata: `"{% $order.total %}"` reads the step `order` as `s.order` would, and
 * an unknown name or a fault of syntax is refused. `${Name}` is a placeholder; its kind comes from the field that it is the
 * whole of (`FunctionName`, `QueueUrl`, `TableName`, …), or from `placeholders`. The states of a Map or Parallel in it get names
 * behind the step's.
 *
 * ```ts
 * .state("report", rawState<Report, "Athena.QueryFailed">({ Type: "Task", Resource: "arn:${Partition}:states:::athena:…" }))
 * ```
 */
export function rawState<O, E extends string = never>(
  fields: RawStateFields,
  options: { readonly placeholders?: { readonly [name: string]: PlaceholderKind } } = {},
): RawState<O, E> {
  return Object.freeze({
    kind: "rawState",
    definition: Object.freeze({ fields: Object.freeze({ ...fields }), placeholders: { ...options.placeholders } }),
  });
}
