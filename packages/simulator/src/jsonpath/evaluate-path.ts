import { isJsonObject, type Json, type JsonObject, jsonEquals } from "../json.js";
import type { VariableScope } from "../variable-scope.js";
import type { FilterOperand, Path, PathFilter, PathSegment } from "./path.js";

/** What paths can reach. */
export interface PathScope {
  readonly input: Json;
  readonly context: () => Json;
  readonly variables: VariableScope;
}

export type PathResult = { readonly value: Json } | { readonly missing: string };

/** The value at a path, or why there is none. A path that may match several places gives a list, maybe empty. */
export function evaluatePath(path: Path, scope: PathScope): PathResult {
  const root = readRoot(path, scope);
  if (root === undefined) return { missing: `No results for path: ${path.text}` };
  return path.definite ? followDefinite(path.segments, root) : { value: selectAll(path.segments, root, root) };
}

function readRoot(path: Path, scope: PathScope): Json | undefined {
  if (path.root.kind === "variable") return scope.variables.get(path.root.name);
  return path.root.kind === "input" ? scope.input : scope.context();
}

function followDefinite(segments: readonly PathSegment[], root: Json): PathResult {
  let value = root;
  let trail = "$";
  for (const [i, segment] of segments.entries()) {
    const next = selectOne(segment, value);
    trail += describeSegment(segment);
    if (next === undefined) {
      const isLast = i === segments.length - 1;
      return { missing: isLast ? `No results for path: ${trail}` : `Missing property in path ${trail}` };
    }
    value = next;
  }
  return { value };
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
  if (segment.kind === "members") return `['${segment.names[0]}']`;
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
      return isJsonObject(value)
        ? segment.names.flatMap((name) => (Object.hasOwn(value, name) ? [value[name] as Json] : []))
        : [];
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
