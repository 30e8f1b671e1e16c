import { type AstNode, childrenOf, isAstNode } from "./ast-node.js";
import { ENTRY_HOOK, EXIT_HOOK, type Frame } from "./engine-functions.js";
import { checkDepth, timeExceeded } from "./limits.js";

/** No variable can have this name, so that it carries an evaluation's meter to the engine's hooks. */
export const METER = " meter";

/** The lists and objects that a tree makes: the engine evaluates the members of each side by side. */
export interface Neighbours {
  readonly makers: ReadonlySet<unknown>;
  /** The node that makes a list or an object, by each of the members. */
  readonly makerOf: ReadonlyMap<unknown, unknown>;
}

export function findNeighbours(tree: object): Neighbours {
  const makerOf = new Map<unknown, unknown>();
  const look = (node: object): void => {
    if (isAstNode(node)) for (const member of membersOf(node)) makerOf.set(member, node);
    for (const child of childrenOf(node)) look(child);
  };
  look(tree);
  return { makers: new Set(makerOf.values()), makerOf };
}

function membersOf({ type, value, lhs, expressions, group }: AstNode): AstNode[] {
  const pairs = [...(type === "unary" && value === "{" ? (lhs as [AstNode, AstNode][]) : []), ...(group?.lhs ?? [])];
  const items = type === "unary" && value === "[" ? (expressions ?? []) : [];
  return [...pairs.map(([, member]) => member), ...items];
}

/** The members of one list or object while they are evaluated. */
interface Row {
  readonly maker: unknown;
  isBusy: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Follows one evaluation by the engine's hooks. Its levels can only be counted where one node is evaluated at a time, so
 * members of lists and objects wait for each other, as they do on Step Functions.
 */
export class EvaluationMeter {
  readonly #neighbours: Neighbours | undefined;
  readonly #rows: Row[] = [];
  #stepsLeft: number;
  #depth = 0;

  /** Without neighbours only steps are counted. */
  constructor(maxSteps: number, neighbours: Neighbours | undefined) {
    this.#stepsLeft = maxSteps;
    this.#neighbours = neighbours;
  }

  /** The entry hook of each evaluation's first node: from there on this meter has the hooks. */
  static readonly begin = (node: unknown, _input: unknown, frame: Frame): Promise<void> | undefined => {
    const meter = frame.lookup(METER) as EvaluationMeter;
    return meter.#start(node, frame);
  };

  #start(node: unknown, frame: Frame): Promise<void> | undefined {
    const neighbours = this.#neighbours;
    if (neighbours === undefined) {
      frame.bind(ENTRY_HOOK, () => this.#countStep());
      return this.#countStep();
    }
    frame.bind(ENTRY_HOOK, (inner: unknown) => this.#enter(inner, neighbours));
    frame.bind(EXIT_HOOK, (inner: unknown) => this.#leave(inner, neighbours));
    return this.#enter(node, neighbours);
  }

  #countStep(): undefined {
    this.#stepsLeft -= 1;
    if (this.#stepsLeft < 0) throw timeExceeded();
  }

  #enter(node: unknown, neighbours: Neighbours): Promise<void> | undefined {
    this.#countStep();
    const row = this.#rowOf(node, neighbours);
    if (row?.isBusy) {
      return new Promise<void>((resolve) => row.waiting.push(resolve)).then(() => this.#descend(node, neighbours));
    }
    if (row) row.isBusy = true;
    this.#descend(node, neighbours);
  }

  #descend(node: unknown, neighbours: Neighbours): void {
    this.#depth += 1;
    checkDepth(this.#depth);
    if (neighbours.makers.has(node)) this.#rows.push({ maker: node, isBusy: false, waiting: [] });
  }

  #leave(node: unknown, neighbours: Neighbours): void {
    this.#depth -= 1;
    if (neighbours.makers.has(node)) this.#rows.pop();
    const row = this.#rowOf(node, neighbours);
    const next = row?.waiting.shift();
    if (next) next();
    else if (row) row.isBusy = false;
  }

  /** A member's row. The first member's own may lie above it already: the engine begins with all before it goes on with one. */
  #rowOf(node: unknown, neighbours: Neighbours): Row | undefined {
    const maker = neighbours.makerOf.get(node);
    return maker === undefined ? undefined : this.#rows.findLast((row) => row.maker === maker);
  }
}
