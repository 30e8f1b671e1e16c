import type { Diagnostic } from "@treadle/diagnostics";
import type { Grant } from "../policy/grant.js";
import type { Machine } from "./machine.js";
import type { StateHint } from "./options.js";
import { TaskCall } from "./task-call.js";
import type { AbstractValue } from "./values/abstract-value.js";
import type { VisitedState } from "./walk-states.js";

export interface CallFields {
  readonly service: string;
  readonly action: string;
  readonly pattern?: TaskCall["pattern"];
  readonly abroad?: boolean;
  readonly arguments: AbstractValue;
}

/** The calls of one state under one role, and what they were found to need. */
export class StateCalls {
  readonly grants: Grant[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly visited: VisitedState;
  readonly machine: Machine;
  readonly hint: StateHint | undefined;

  constructor(visited: VisitedState, machine: Machine, hint: StateHint | undefined) {
    this.visited = visited;
    this.machine = machine;
    this.hint = hint;
  }

  /** The same state's calls under a role of its own, where the machine is seen from that role's account. */
  under(machine: Machine): StateCalls {
    return new StateCalls(this.visited, machine, this.hint);
  }

  call(fields: CallFields): TaskCall {
    const { name, pointer } = this.visited;
    const whole = { pattern: "request" as const, abroad: false, ...fields };
    return new TaskCall({ machine: this.machine, stateName: name, pointer, ...whole }, this.hint, this);
  }
}
