import { isJsonObject, type Json, type JsonObject, jsonEquals, setOwn } from "../json.js";
import type { VariableScope } from "../variable-scope.js";
import { type FilterOperand, isDefinite, type Path, type PathFilter, type PathSegment } from "./path.js";

/** What paths can reach. */
export interface PathScope {
  readonly input: Json;
  readonly context: () => Json;
  readonly variables: VariableScope;
}

export type PathResult = { readonly value: Json } | Miss;

interface Miss {
  readonly missing: string;
  /** Of a definite path: the step that finds nothing. */
  readonly step?: string;
  /** The last step of the path is behind the end of an array. */
  readonly behindEnd?: boolean;
}

/** The value at a path, or why there is none. A path that may match several places gives a list, maybe empty. */
export function evaluatePath(path: Path, scope: PathScope): PathResult {
  const root = readRoot(path, scope);
  if (root === undefined) return { missing: `No results for path: ${path.text}` };
  if (path.definite) return followDefinite(path.segments, root);
  const several = path.segments.findIndex((segment) => segment.kind === "members" && segment.names.length > 1);
  if (several >= 0 && several < path.segments.length - 1) {
    const leaf = describeSegment(path.segments[several] as PathSegment);
    return { missing: `Multi properties can only be used as path leafs: $${leaf}` };
  }
  const values = selectAll(path.segments, root, root);
  const single = several >= 0 && path.segments.slice(0, -1).every(isDefinite);
  if (!single) return { value: values };
  const [value] = values;
  return value === undefined ? { missing: `No results for path: ${path.text}` } : { value };
}

function readRoot(path: Path, scope: PathScope): Json | undefined {
  if (path.root.kind === "variable") return scope.variables.get(path.root.name);
  return path.root.kind === "input" ? scope.input : scope.context();
}

function followDefinite(segments: readonly PathSegment[], root: Json): PathResult {
  let value = root;
  for (const [i, segment] of segments.entries()) {
    const next = selectOne(segment, value);
    if (next === undefined) return describeMiss(segments, i, value);
    value = next;
  }
  return { value };
}

function describeMiss(segments: readonly PathSegment[], depth: number, value: Json): Miss {
  const isLast = depth === segments.length - 1;
  const segment = segments[depth] as PathSegment;
  const step = segment.kind === "members" ? (segment.names[0] as string) : describeSegment(segment);
  if (!isLast && segment.kind === "members")
    return { missing: `Missing property in path ${describe(segments.slice(0, depth + 1))}`, step };
  const behindEnd = isLast && segment.kind === "indexes" && Array.isArray(value);
  return { missing: `No results for path: ${describe(segments)}`, step, behindEnd };
}

function describe(segments: readonly PathSegment[]): string {
  return `$${segments.map(describeSegment).join("")}`;
}

function selectOne(segment: PathSegment, value: Json): Json | undefined {
  if (segment.kind === "members") {
    return isJsonObject(value) ? readMember(value, segment.names[0] as string) : undefined;
  }
  return segment.kind === "indexes" && Array.isArray(value) ? value.at(segment.indexes[0] as number) : undefined;
}

/** An own member. JSON holds no functions, so that what objects inherit shows without asking whose it is. */
function readMember(value: JsonObject, name: string): Json | undefined {
  const found = value[name];
  const isInherited = typeof found === "function" || name === "__proto__";
  return isInherited && !Object.hasOwn(value, name) ? undefined : found;
}

function describeSegment(segment: PathSegment): string {
  if (segment.kind === "members") return `[${segment.names.map((name) => `'${name}'`).join(", ")}]`;
  return segment.kind === "indexes" ? `[${segment.indexes[0]}]` : "";
}

function selectAll(segments: readonly PathSegment[], start: Json, root: Json): Json[] {
  let values: Json[] = [start];
  for (const segment of segments) values = values.flatMap((value) => select(segment, value, root));
  return values;
}

function select(segment: PathSegment, value: Json, root: Json): Json[] {
  switch (segment.kind) {
    case "members":
      return isJsonObject(value) ? selectMembers(segment.names, value) : [];
    case "indexes":
      return Array.isArray(value)
        ? segment.indexes.flatMap((index) => {
            const item = value.at(index);
            return item === undefined ? [] : [item];
          })
        : [];
    case "slice":
      return Array.isArray(value)
        ? value.slice(segment.from, segment.to).filter((_, i) => i % Math.max(1, segment.step) === 0)
        : [];
    case "wildcard":
      return children(value);
    case "descendants":
      return [...descend(value)];
    case "filter":
      return (Array.isArray(value) ? value : isJsonObject(value) ? [value] : []).filter((item) =>
        passes(segment.filter, item, root),
      );
  }
}

/** Several names give one object. */
function selectMembers(names: readonly string[], value: JsonObject): Json[] {
  const found = names.filter((name) => Object.hasOwn(value, name));
  if (names.length === 1) return found.map((name) => value[name] as Json);
  const members: JsonObject = {};
  for (const name of found) setOwn(members, name, value[name] as Json);
  return [members];
}

function children(value: Json): Json[] {
  return Array.isArray(value) ? value : isJsonObject(value) ? Object.values(value) : [];
}

function* descend(value: Json): Generator<Json> {
  yield value;
  for (const child of children(value)) yield* descend(child);
}

function passes(filter: PathFilter, item: Json, root: Json): boolean {
  switch (filter.kind) {
    case "or":
      return passes(filter.left, item, root) || passes(filter.right, item, root);
    case "and":
      return passes(filter.left, item, root) && passes(filter.right, item, root);
    case "not":
      return !passes(filter.operand, item, root);
    case "exists":
      return readOperand(filter.operand, item, root) !== undefined;
    case "compare":
      return compare(filter, item, root);
  }
}

function compare(filter: Extract<PathFilter, { kind: "compare" }>, item: Json, root: Json): boolean {
  const left = readOperand(filter.left, item, root);
  if (filter.right.kind === "pattern") return typeof left === "string" && filter.right.pattern.test(left);
  const right = readOperand(filter.right, item, root);
  if (left === undefined || right === undefined) return filter.operator === "!=" && left !== right;
  switch (filter.operator) {
    case "==":
      return jsonEquals(left, right);
    case "!=":
      return !jsonEquals(left, right);
    case "in":
      return Array.isArray(right) && right.some((other) => jsonEquals(left, other));
    case "nin":
      return Array.isArray(right) && !right.some((other) => jsonEquals(left, other));
    default:
      return comparesOrdered(filter.operator, left, right);
  }
}

function comparesOrdered(operator: string, left: Json, right: Json): boolean {
  const comparable =
    (typeof left === "number" && typeof right === "number") || (typeof left === "string" && typeof right === "string");
  if (!comparable) return false;
  const [a, b] = [left as number, right as number];
  if (operator === "<") return a < b;
  if (operator === "<=") return a <= b;
  return operator === ">" ? a > b : a >= b;
}

function readOperand(operand: FilterOperand, item: Json, root: Json): Json | undefined {
  if (operand.kind === "literal") return operand.value;
  if (operand.kind === "pattern") return undefined;
  const found = selectAll(operand.segments, operand.fromItem ? item : root, root);
  return found[0];
}
