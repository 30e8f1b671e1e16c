import type { Diagnostic } from "@treadle/diagnostics";

/** Ends a simulation that cannot go on; its diagnostic becomes part of the result. */
export class SimulationRefused extends Error {
  readonly diagnostic: Diagnostic;

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message);
    this.name = "SimulationRefused";
    this.diagnostic = diagnostic;
  }
}
