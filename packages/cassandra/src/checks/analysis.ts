import type { Diagnostic } from "@treadle/diagnostics";
import type { CqlSpan, MarkerTerm } from "../cql/index.js";
import type { Schema, Table } from "../schema/index.js";
import type { BindMarker, Receiver } from "./bind-marker.js";
import type { Finding, FindingStage } from "./finding.js";

/** What one statement's analysis sees and collects. */
export class Analysis {
  readonly schema: Schema;
  /** The keyspace of names without one. */
  readonly keyspace: string | undefined;
  readonly findings: Finding[] = [];
  readonly #markers: BindMarker[] = [];

  constructor(schema: Schema, keyspace: string | undefined) {
    this.schema = schema;
    this.keyspace = keyspace;
  }

  /** Gives undefined, so that a caller can report and leave in one expression. */
  add(diagnostic: Diagnostic, span: CqlSpan, stage?: FindingStage): undefined {
    this.findings.push({ diagnostic, span, ...(stage && { stage }) });
    return undefined;
  }

  bind(term: MarkerTerm, receiver: Receiver): void {
    this.#markers.push({
      name: term.name ?? receiver.name,
      type: receiver.type,
      markerName: term.name,
      writtenName: term.written,
      nullable: receiver.nullable ?? false,
      settable: receiver.settable ?? false,
      span: term.span,
    });
  }

  /** In the order of the text. */
  get markers(): readonly BindMarker[] {
    return this.#markers.toSorted((a, b) => a.span.offset - b.span.offset);
  }
}

/** An analysis at work on one table. */
export interface TermScope {
  readonly analysis: Analysis;
  readonly table: Table;
  /** In a SELECT clause lists, sets and tuples of constants have a type of their own. */
  readonly selects?: boolean;
}
