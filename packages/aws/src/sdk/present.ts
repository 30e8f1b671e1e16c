/**
 * A value with the members at these paths present: `Tasks.LastStatus` is the member of each task. Arrays are passed through.
 */
export type Present<T, P extends string> = [P] extends [never]
  ? T
  : T extends readonly (infer E)[]
    ? readonly Present<E, P>[]
    : T extends object
      ? { readonly [K in keyof T as K extends Head<P> ? never : K]: T[K] } & {
          readonly [K in keyof T as K extends Head<P> ? K : never]-?: Present<Exclude<T[K], undefined>, Tail<P, K>>;
        } extends infer O
        ? { readonly [K in keyof O]: O[K] }
        : never
      : T;

type Head<P> = P extends `${infer K}.${string}` ? K : P;
type Tail<P, K> = P extends `${infer H}.${infer R}` ? (H extends K ? R : never) : never;

/** The path where it leads to a member, and else an object whose one member says that it does not. */
export type PresentPath<T, P extends string> = IsPath<T, P> extends true ? P : { readonly [K in Refusal<P>]: never };

type Refusal<P extends string> = `"${P}" is no member of what the action gives`;

type IsPath<T, P extends string> = P extends keyof Inside<T>
  ? true
  : P extends `${infer K}.${infer R}`
    ? K extends keyof Inside<T>
      ? IsPath<Exclude<Inside<T>[K], undefined>, R>
      : false
    : false;

type Inside<T> = T extends readonly (infer E)[] ? E : T;
