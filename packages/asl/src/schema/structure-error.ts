import { validate } from "./generated/validate-structure.js";

/** What the compiled schema says about one fault; the fields of Ajv's error object that the rules use. */
export interface StructureError {
  /** JSON Pointer. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

type CompiledSchema = ((value: unknown) => boolean) & { errors?: readonly StructureError[] | null };

/** Every fault of structure, in the order of the schema. */
export function findStructureErrors(value: unknown): readonly StructureError[] {
  const compiled = validate as unknown as CompiledSchema;
  return compiled(value) ? [] : (compiled.errors ?? []);
}
