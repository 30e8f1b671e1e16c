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
  return problems.map((problem) => cosmosDiagnostics["declaration-invalid"]({ source: name, problem }, { location }));
}

/** The type at a path such as `/pay/kind`; `undefined` only where the item type does not have it. */
export function shapeAt(item: TypeShape, path: string): TypeShape {
  return path.split("/").slice(1).reduce(propertyOf, item);
}
