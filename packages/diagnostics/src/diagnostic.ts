/** A place in a source file. Lines and columns count from 1, columns in UTF-16 units, as editors do. */
export interface SourceLocation {
  /** Path relative to the project's root, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** How many UTF-16 units to underline on that line; 1 where it is not known. */
  readonly length?: number;
}

export type Severity = "error" | "warning";

/** One finding: what is wrong, where, and what to do about it. */
export interface Diagnostic {
  /** `<package>/<kebab-case>`; a published code keeps its meaning. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly location?: SourceLocation;
  /** JSON Pointer into the emitted or given definition. */
  readonly pointer?: string;
  /** What the reader can do, in one sentence. */
  readonly help?: string;
  /** Other places that matter, each with a few words. */
  readonly related?: readonly RelatedLocation[];
}

export interface RelatedLocation {
  readonly message: string;
  readonly location: SourceLocation;
}
