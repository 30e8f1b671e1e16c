import { type ExpressionNode, literal, object, path, property, scope, states } from "@treadle/expressions";
import { describe, expect, it } from "vitest";
import { emitDefinition } from "../emit/emit-definition.js";
import { newScope, type ScopeDraft, type StateDraft } from "./state-draft.js";
import { sessionKey, threadSessions } from "./thread-sessions.js";

const key = sessionKey("carts");
const token = path(states("result"), "Payload", "session");

function edge(next: string | undefined, assign: readonly (readonly [string, ExpressionNode])[] = []) {
  return { assign: new Map(assign), output: undefined, next };
}

/** A task that takes the session and gives the next one. */
function task(name: string, next?: string): StateDraft {
  return {
    name,
    type: "Task",
    location: undefined,
    constants: {},
    expressions: { Resource: literal("r"), Arguments: object({ $session: scope(key) }) },
    success: edge(next, [[key, token]]),
  };
}

function choice(name: string, then: string, otherwise: string): StateDraft {
  return {
    name,
    type: "Choice",
    location: undefined,
    constants: {},
    expressions: {},
    rules: [{ condition: property(states("input"), "yes"), edge: edge(then) }],
    otherwise: edge(otherwise),
  };
}

function scopeOf(...states: readonly StateDraft[]): ScopeDraft {
  return { ...newScope(), startAt: states[0]!.name, states: [...states] };
}

function emitted(draft: ScopeDraft) {
  threadSessions(draft);
  return emitDefinition(draft, {}) as { States: { [name: string]: object } };
}

describe("threadSessions", () => {
  it("hands the token of each task to the next one", () => {
    const { States } = emitted(scopeOf(task("write", "read"), task("read")));
    expect(States.write).toMatchObject({
      Arguments: { $session: null },
      Assign: { carts_session_0: "{% $states.result.Payload.session %}" },
    });
    expect(States.read).toMatchObject({ Arguments: { $session: "{% $carts_session_0 %}" } });
  });

  it("assigns nothing where no task follows", () => {
    expect(emitted(scopeOf(task("read"))).States.read).not.toHaveProperty("Assign");
  });

  it("assigns null on every way out of the first state, so that each way has a token", () => {
    const { States } = emitted(scopeOf(choice("which", "write", "read"), task("write", "read"), task("read")));
    expect(States.which).toEqual({
      Type: "Choice",
      Choices: [{ Condition: "{% $states.input.yes %}", Assign: { carts_session_0: null }, Next: "write" }],
      Assign: { carts_session_0: null },
      Default: "read",
    });
    expect(States.write).toMatchObject({
      Arguments: { $session: "{% $carts_session_0 %}" },
      Assign: { carts_session_0: "{% $states.result.Payload.session %}" },
    });
  });

  it("begins an inner scope with the token of the scope around it, under a name of its own", () => {
    const map: StateDraft = {
      name: "each",
      type: "Map",
      location: undefined,
      constants: {},
      expressions: {},
      processor: scopeOf(task("inner", "again"), task("again")),
      success: edge(undefined),
    };
    const { States } = emitted(scopeOf(task("write", "each"), map));
    expect(States.each).toMatchObject({
      ItemProcessor: {
        States: {
          inner: {
            Arguments: { $session: "{% $carts_session_0 %}" },
            Assign: { carts_session_1: "{% $states.result.Payload.session %}" },
          },
          again: { Arguments: { $session: "{% $carts_session_1 %}" } },
        },
      },
    });
  });

  it("begins anew in each child of a distributed Map, which sees no variables", () => {
    const map: StateDraft = {
      name: "each",
      type: "Map",
      location: undefined,
      constants: {},
      expressions: {},
      processorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
      processor: scopeOf(task("inner")),
      success: edge(undefined),
    };
    const { States } = emitted(scopeOf(task("write", "each"), map));
    expect(States.each).toMatchObject({ ItemProcessor: { States: { inner: { Arguments: { $session: null } } } } });
    expect(States.write).not.toHaveProperty("Assign");
  });

  it("gives branches null where nothing ran before them", () => {
    const parallel: StateDraft = {
      name: "both",
      type: "Parallel",
      location: undefined,
      constants: {},
      expressions: {},
      branches: [scopeOf(task("left")), scopeOf(task("right"))],
      success: edge(undefined),
    };
    const { States } = emitted(scopeOf(parallel));
    expect(JSON.stringify(States)).not.toContain("carts_session");
    expect(States.both).toMatchObject({
      Branches: [{ States: { left: { Arguments: { $session: null } } } }, { States: { right: {} } }],
    });
  });

  it("brings the tokens out of a Map that a later task needs, beside the values of its iterations", () => {
    const ending = { ...task("inner"), success: { ...task("inner").success!, output: literal("done") } };
    const map: StateDraft = {
      name: "each",
      type: "Map",
      location: undefined,
      constants: {},
      expressions: {},
      processor: scopeOf(choice("which", "inner", "skip"), ending, {
        name: "skip",
        type: "Succeed",
        location: undefined,
        constants: {},
        expressions: { Output: literal("skipped") },
      }),
      success: edge("read", [["each", states("result")]]),
    };
    const read = { ...task("read"), expressions: { Arguments: object({ $session: scope(key), each: scope("each") }) } };
    const { States } = emitted(scopeOf(map, read));
    expect(States.each).toMatchObject({
      ItemProcessor: {
        States: {
          which: { Assign: { carts_session_1: null } },
          inner: { Output: { value: "done", sessions: { carts: "{% $states.result.Payload.session %}" } } },
          skip: { Output: { value: "skipped", sessions: { carts: "{% $carts_session_1 %}" } } },
        },
      },
      Assign: {
        each: "{% [$map($states.result, function($each) { $each.value })[]] %}",
        carts_session_0:
          '{% $join([$filter([null, $states.result.sessions.carts], function($token) {\n  $boolean($token)\n})], ",") %}',
      },
    });
    expect(States.read).toMatchObject({ Arguments: { $session: "{% $carts_session_0 %}", each: "{% $each %}" } });
  });

  it("brings the tokens out of a Parallel that a later task needs", () => {
    const left = { ...task("left"), success: { ...task("left").success!, output: literal("l") } };
    const right: StateDraft = {
      name: "right",
      type: "Pass",
      location: undefined,
      constants: {},
      expressions: {},
      success: { ...edge(undefined), output: literal("r") },
    };
    const first: ExpressionNode = { kind: "subscript", object: states("result"), subscript: literal(0) };
    const parallel: StateDraft = {
      name: "both",
      type: "Parallel",
      location: undefined,
      constants: {},
      expressions: {},
      branches: [scopeOf(left), scopeOf(right)],
      success: edge("read", [["both", object({ left: first })]]),
    };
    const read = { ...task("read"), expressions: { Arguments: object({ $session: scope(key), both: scope("both") }) } };
    const { States } = emitted(scopeOf(task("write", "both"), parallel, read));
    expect(States.both).toMatchObject({
      Branches: [
        { States: { left: { Output: { value: "l", sessions: { carts: "{% $states.result.Payload.session %}" } } } } },
        { States: { right: { Output: { value: "r", sessions: { carts: null } } } } },
      ],
      Assign: {
        both: { left: "{% $states.result[0].value %}" },
        carts_session_0:
          '{% $join([$filter([$carts_session_0, $states.result.sessions.carts], function($token) {\n  $boolean($token)\n})], ",") %}',
      },
    });
  });
});
