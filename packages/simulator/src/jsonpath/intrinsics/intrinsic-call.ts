/** A parsed intrinsic call such as `States.Format('{} left', $.count)`. */
export interface IntrinsicCall {
  readonly text: string;
  readonly name: string;
  readonly args: readonly IntrinsicArgument[];
}

export type IntrinsicArgument =
  | { readonly kind: "value"; readonly value: null | boolean | number }
  /** Escapes are still in the text, since `States.Format` needs them. */
  | { readonly kind: "string"; readonly raw: string }
  | { readonly kind: "path"; readonly text: string }
  | { readonly kind: "call"; readonly call: IntrinsicCall };
