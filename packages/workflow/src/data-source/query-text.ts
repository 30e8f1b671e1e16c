/** Whether a text type stands for many texts, as `string` and templates with holes do: a record of such keys may be empty. */
export type IsOpenText<Text extends string> = {} extends { readonly [P in Text]: 1 } ? true : false;

/**
 * Whether the generated file with a source's statements is not there yet: its import is then an error, and what is imported
 * is `any`. Asked by its keys, since a conditional type over such an `any` itself gives no answer.
 */
export type IsMissing<Queries> = string extends keyof Queries ? true : false;
