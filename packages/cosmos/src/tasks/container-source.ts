import type { SourceLocation } from "@treadle/diagnostics";
import { type CallSite, createTask, type Task, type TaskDefinition } from "@treadle/workflow";
import {
  bridgeTask,
  type DataSource,
  type DataSourceCompiler,
  type DataSourceExecutorModule,
  dataSourceBrand,
  preflightTask,
} from "@treadle/workflow/data-source";
import type { BatchStep } from "./batch-step.js";
import { type ContainerOptions, keepsSessions } from "./container-options.js";
import {
  type BulkKind,
  type ContainerDeclaration,
  containerDeclaration,
  type DeclaredStatement,
  type PagesOptions,
  type PointOperation,
  type QueryOptions,
} from "./declaration.js";
import type { PatchOptions, PatchStep } from "./patch-operation.js";
import { preflightRetriers } from "./retry.js";

type AnyTask = Task<never, unknown, string>;

/** The loosely typed side of a container: `cosmos-container.ts` says what may be called with what. */
export class ContainerSource implements DataSource {
  readonly [dataSourceBrand] = true as const;
  readonly [containerDeclaration]: ContainerDeclaration;
  readonly kind = "cosmos";
  readonly name: string;
  readonly location: SourceLocation | undefined;
  readonly preflight: TaskDefinition;
  readonly #site: CallSite | undefined;
  /** The source that statements belong to: itself, but for what `$at` gives. */
  readonly #owner: ContainerSource;

  constructor(
    declaration: ContainerDeclaration,
    location: SourceLocation | undefined,
    at?: { readonly owner: ContainerSource; readonly site: CallSite },
  ) {
    this[containerDeclaration] = declaration;
    this.name = declaration.name;
    this.location = location;
    this.preflight = preflightTask(declaration.name, preflightRetriers);
    this.#site = at?.site;
    this.#owner = at?.owner ?? this;
  }

  readonly loadCompiler = async (): Promise<DataSourceCompiler> => (await import("../compiler/index.js")).compiler;

  readonly loadExecutor = async (): Promise<DataSourceExecutorModule> => import("../executor/index.js");

  get read(): AnyTask {
    return this.#point("read");
  }

  get create(): AnyTask {
    return this.#point("create");
  }

  get upsert(): AnyTask {
    return this.#point("upsert");
  }

  get replace(): AnyTask {
    return this.#point("replace");
  }

  get delete(): AnyTask {
    return this.#point("delete");
  }

  patch(name: string, steps: readonly PatchStep[], options: PatchOptions = {}): AnyTask {
    return this.#declare(name, { kind: "patch", steps, options, site: this.#site });
  }

  query(name: string, text: string, options: QueryOptions = {}): AnyTask {
    return this.#declare(name, { kind: "query", text, options, site: this.#site });
  }

  pages(name: string, text: string, options: PagesOptions = {}): AnyTask {
    return this.#declare(name, { kind: "pages", text, options, site: this.#site });
  }

  batch(name: string, steps: readonly BatchStep[]): AnyTask {
    return this.#declare(name, { kind: "batch", steps, site: this.#site });
  }

  bulk(name: string, operation: BulkKind): AnyTask {
    return this.#declare(name, { kind: "bulk", operation, site: this.#site });
  }

  $at(site: CallSite): ContainerSource {
    return new ContainerSource(this[containerDeclaration], this.location, { owner: this.#owner, site });
  }

  /** Reading the property declares the operation, so that roles hold no right that nothing uses. */
  #point(operation: PointOperation): AnyTask {
    const { statements } = this[containerDeclaration];
    const declared = statements.some(
      ({ statement }) => statement.kind === "point" && statement.operation === operation,
    );
    if (!declared) statements.push({ name: operation, statement: { kind: "point", operation } });
    return this.#task(operation);
  }

  #declare(name: string, statement: DeclaredStatement): AnyTask {
    this[containerDeclaration].statements.push({ name, statement: Object.freeze(statement) });
    return this.#task(name);
  }

  #task(statement: string): AnyTask {
    const keepsSession = keepsSessions(this[containerDeclaration].options);
    return createTask(bridgeTask(this.#owner, statement, { keepsSession }));
  }
}

export function createContainerSource(options: ContainerOptions, site: CallSite | undefined): ContainerSource {
  const declaration = {
    name: options.name ?? options.container,
    options: Object.freeze({ ...options }),
    statements: [],
  };
  return new ContainerSource(declaration, site?.location);
}
