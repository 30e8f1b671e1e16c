import type { PolicyHints } from "@treadle/iam";
import type { Json } from "@treadle/workflow";

/** `treadle.config.ts`: `export default defineConfig({ … })`. Paths and globs are relative to its folder. */
export interface TreadleConfig {
  /** Globs of the modules that export workflows. Default: every `.ts` file under `workflows/`. */
  readonly workflows?: readonly string[];
  /** Globs of the modules that declare data sources. Default: every `.ts` file under `data/`. */
  readonly sources?: readonly string[];
  /** Folder of the committed artifacts. Default: `artifacts`. */
  readonly artifacts?: string;
  /** What policies need and definitions do not tell. */
  readonly iam?: {
    /** By workflow: bounds of computed values, keys and roles that no argument names, further rights. */
    readonly hints?: { readonly [workflow: string]: PolicyHints };
  };
  /** Where `treadle run --profile NAME` finds databases and local functions. */
  readonly profiles?: { readonly [name: string]: Profile | (() => Profile | Promise<Profile>) };
}

/** A place to run workflows against: a team's own cluster or account, an emulator, a test server. */
export interface Profile {
  /** How to reach each data source, by its name, in the shape its package documents. */
  readonly sources?: { readonly [source: string]: unknown };
  /** Local functions in the place of Lambda functions, by the placeholder of their ARN. */
  readonly functions?: { readonly [placeholder: string]: LocalFunction };
  /** Called when the run has ended, also by an interrupt. */
  readonly close?: () => Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: handlers take payloads of their own types.
export type LocalFunction = (payload: any) => Json | object | Promise<Json | object>;

export function defineConfig(config: TreadleConfig): TreadleConfig {
  return config;
}
