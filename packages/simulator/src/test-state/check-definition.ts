import { type AslDiagnostic, validateDefinition } from "@treadle/asl";
import { TestStateRefused } from "./test-state-types.js";

/** Refuses a state machine that Step Functions refuses, in its words. @throws TestStateRefused */
export function checkDefinition(machine: object): void {
  refuseFaults(validateDefinition(machine));
}

/** The same for a machine that holds but the tested state: where that goes to and how the machine ends are not known. */
export function checkSingleState(machine: object): void {
  refuseFaults(validateDefinition(machine).filter((finding) => !leadsOutside(finding)));
}

function leadsOutside({ name, pointer }: AslDiagnostic): boolean {
  if (name === "missing-end-state") return pointer === "/States";
  return name === "missing-transition-target" && transitionOfOuterState.test(pointer);
}

const transitionOfOuterState = /^\/States\/[^/]+\/(?:Next|Default|(?:Catch|Choices)\/\d+\/Next)$/;

function refuseFaults(findings: readonly AslDiagnostic[]): void {
  const faults = findings.filter(({ severity }) => severity === "error").map(describeFault);
  if (faults.length === 0) return;
  throw new TestStateRefused("InvalidDefinition", `Invalid State Machine Definition: '${faults.join(", ")}'`);
}

/** A fault that the service has no known code for is told under our name. */
function describeFault({ code, location, message, name }: AslDiagnostic): string {
  return `${code ?? `asl/${name}`}: ${message}${location === undefined ? "" : ` at ${location}`}`;
}
