import type { SimulatedExecution, SimulateOptions } from "@treadle/simulator";
import type { Json } from "@treadle/workflow";
import type { DataSourceExecutor } from "@treadle/workflow/data-source";
import type { LocalFunction } from "../config/define-config.js";

export interface LocalRunOptions {
  readonly workflow: string;
  readonly type: "STANDARD" | "EXPRESS";
  /** The emitted definition, as it is committed. */
  readonly definition: string;
  readonly input: Json;
  /** By data source: what runs its statements. */
  readonly executors: ReadonlyMap<string, DataSourceExecutor>;
  /** By the placeholder of a function's ARN. */
  readonly functions: { readonly [placeholder: string]: LocalFunction };
  /** Sources whose answers are not a database's own: said in every line that they touch. */
  readonly recorded?: ReadonlySet<string>;
  readonly onProgress?: (text: string) => void;
}

export interface LocalRun {
  readonly workflow: string;
  readonly execution: SimulatedExecution;
  /** In the order in which they ended. */
  readonly calls: readonly StatementCall[];
}

/** One call of a bridge, without values. */
export interface StatementCall {
  readonly source: string;
  readonly statement: string;
  readonly state: string;
  readonly attempt: number;
  readonly durationMs: number;
  readonly rows?: number;
  readonly requestUnits?: number;
  readonly error?: string;
  /** The answer came from a recording, not from a database. */
  readonly recorded: boolean;
}

/**
 * Runs an emitted definition in this process: local functions in the place of Lambda functions, and each data source's own
 * bridge over its executor. With a database the clock is real, since a virtual one would use up the retries before a node is back.
 */
export async function runLocally(options: LocalRunOptions): Promise<LocalRun> {
  // Every treadle.config.ts imports this package, and hardly one runs anything.
  const [{ createBridge }, { simulate }, { bridgeFunctionPlaceholder }] = await Promise.all([
    import("@treadle/bridge"),
    import("@treadle/simulator"),
    import("@treadle/workflow/data-source"),
  ]);
  const calls: StatementCall[] = [];
  const bridges = [...options.executors].map(([source, executor]) => {
    const recorded = options.recorded?.has(source) ?? false;
    const log = (line: string) => {
      const { statement, state, attempt, durationMs, rows, requestUnits, error } = JSON.parse(line) as StatementCall;
      calls.push({
        source,
        statement,
        state,
        attempt,
        durationMs,
        recorded,
        ...present({ rows, requestUnits, error }),
      });
    };
    const bridge = createBridge({ source, executor, log });
    return [bridgeFunctionPlaceholder(source).name, (event: unknown) => bridge(event)] as const;
  });
  const execution = await simulate(options.definition, {
    // A copy: the simulator owns its input.
    input: structuredClone(options.input) as NonNullable<SimulateOptions["input"]>,
    type: options.type,
    machine: { name: options.workflow },
    clock: options.executors.size > 0 ? "real" : "virtual",
    functions: { ...options.functions, ...Object.fromEntries(bridges) },
    onEvent: (event) => {
      const state = event.stateEnteredEventDetails?.name;
      if (state !== undefined) options.onProgress?.(state);
    },
  });
  return { workflow: options.workflow, execution, calls };
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
