import type { Diagnostic, SourceLocation } from "@treadle/diagnostics";
import type { TypeShape } from "@treadle/workflow/data-source";
import type { CheckedContainer } from "../checks/rule.js";
import {
  mapMembers,
  membersOf,
  numberShape,
  propertyOf,
  stringShape,
  widen,
  withoutUndefined,
} from "../checks/shape.js";
import { cosmosDiagnostics } from "../diagnostics.js";
import type { ContainerOptions } from "../tasks/container-options.js";
import type { ContainerDeclaration } from "../tasks/declaration.js";

/** Properties that the service adds to every item. The bridge passes the first two on with point operations. */
const systemProperties = {
  _etag: { type: stringShape, optional: false },
  _ts: { type: numberShape, optional: false },
  _rid: { type: stringShape, optional: true },
  _self: { type: stringShape, optional: true },
  _attachments: { type: stringShape, optional: true },
} as const;

/** The item type as queries see it. */
export function withSystemProperties(item: TypeShape): TypeShape {
  return mapMembers(item, (member) =>
    member.kind === "object" ? { ...member, properties: { ...systemProperties, ...member.properties } } : member,
  );
}

export function checkedContainer({ options }: ContainerDeclaration, item: TypeShape): CheckedContainer {
  return {
    item: withSystemProperties(item),
    partitionKey: options.partitionKey,
    indexingPolicy: options.indexingPolicy ?? {},
    functions: new Map(Object.entries(options.functions ?? {}).map(([name, kind]) => [name, { kind }])),
  };
}

/** Faults of the declaration itself: its item type, its partition key. */
export function checkDeclaration(
  declaration: ContainerDeclaration,
  item: TypeShape | undefined,
  location: SourceLocation | undefined,
): readonly Diagnostic[] {
  const { name, options } = declaration;
  if (item === undefined || !membersOf(item).every((member) => member.kind === "object") || item.kind === "never") {
    return [cosmosDiagnostics["item-type-unknown"]({ source: name }, { location })];
  }
  const problems: string[] = [];
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name)) {
    problems.push("its name must begin with a letter and hold letters, digits, - and _ only");
  }
  const { partitionKey } = options;
  if (partitionKey.length < 1 || partitionKey.length > 3) problems.push("a partition key has one to three paths");
  for (const path of partitionKey) {
    const shape = shapeAt(item, path);
    const kinds = membersOf(widen(withoutUndefined(shape))).map(({ kind }) => kind);
    if (!path.startsWith("/")) problems.push(`the partition key path ${path} must begin with /`);
    else if (kinds.length === 0) problems.push(`the item type has no property at the partition key path ${path}`);
    else if (kinds.some((kind) => kind === "object" || kind === "array" || kind === "tuple")) {
      problems.push(`the partition key at ${path} must be a text, a number, a boolean or null`);
    }
  }
  problems.push(...keyProblems(options, item), ...policyProblems(options));
  const ttl = membersOf(widen(withoutUndefined(shapeAt(item, "/ttl"))));
  if (ttl.some(({ kind }) => kind !== "number" && kind !== "unknown")) {
    problems.push("the service reads an item's ttl as seconds, so its type must be a number");
  }
  return problems.map((problem) => cosmosDiagnostics["declaration-invalid"]({ source: name, problem }, { location }));
}

/** Unique keys and composite indexes name paths of the item type: a misspelt one holds for nothing. */
function keyProblems({ uniqueKeys = [], indexingPolicy }: ContainerOptions, item: TypeShape): readonly string[] {
  const problems: string[] = [];
  const expectPath = (path: string, what: string): void => {
    if (withoutUndefined(shapeAt(item, path)).kind === "never") problems.push(`the item type has no ${what} ${path}`);
  };
  if (uniqueKeys.length > 10) problems.push(`a container has at most 10 unique keys, not ${uniqueKeys.length}`);
  for (const { paths } of uniqueKeys) {
    if (paths.length < 1 || paths.length > 16) problems.push(`a unique key has 1 to 16 paths, not ${paths.length}`);
    for (const path of paths) expectPath(path, "unique key path");
  }
  for (const index of indexingPolicy?.compositeIndexes ?? []) {
    if (index.length < 2 || index.length > 8) {
      problems.push(`a composite index has 2 to 8 paths, not ${index.length}`);
    }
  }
  return problems;
}

function policyProblems({ ttl, preferredRegions }: ContainerOptions): readonly string[] {
  const problems: string[] = [];
  if (ttl !== undefined && ttl !== -1 && !(Number.isInteger(ttl) && ttl >= 1 && ttl <= 2_147_483_647)) {
    problems.push(`its ttl is ${ttl}, but must be -1 or whole seconds from 1 to 2,147,483,647`);
  }
  if (preferredRegions && new Set(preferredRegions).size < preferredRegions.length) {
    problems.push("its preferred regions name one twice");
  }
  return problems;
}

/** The type at a path such as `/pay/kind`; `undefined` only where the item type does not have it. */
export function shapeAt(item: TypeShape, path: string): TypeShape {
  return path.split("/").slice(1).reduce(propertyOf, item);
}
