import type { DerivedPolicies } from "../derive/derive-policies.js";
import { type JsonObject, walkStates } from "../derive/walk-states.js";
import type { Grant } from "../policy/grant.js";

/** What one state may do, or, without a state, the machine as a whole. */
export interface Explanation {
  readonly state?: string;
  /** JSON Pointer of the state. */
  readonly pointer?: string;
  /** Under the execution role. */
  readonly grants: readonly Grant[];
  /** Under the roles that the state takes by Credentials. */
  readonly roles: readonly { readonly roleArn: string; readonly grants: readonly Grant[] }[];
}

/**
 * The rights of a machine state by state, in the definition's order, states without rights too; the machine's own come
 * first, where it has any.
 */
export function explainPolicies(definition: object, policies: DerivedPolicies): readonly Explanation[] {
  const of = (pointer: string | undefined): Pick<Explanation, "grants" | "roles"> => ({
    grants: policies.grants.filter(({ state }) => state === pointer),
    roles: policies.roles.flatMap(({ roleArn, grants }) => {
      const own = grants.filter(({ state }) => state === pointer);
      return own.length > 0 ? [{ roleArn, grants: own }] : [];
    }),
  });
  const machine = of(undefined);
  const states = [...walkStates(definition as JsonObject)].map(
    ({ name, pointer }): Explanation => ({ state: name, pointer, ...of(pointer) }),
  );
  return machine.grants.length > 0 ? [machine, ...states] : states;
}
