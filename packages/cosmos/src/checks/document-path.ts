import type { ExpressionNode } from "../sql/nodes.js";
import type { Environment } from "./environment.js";
import type { Inference } from "./infer.js";

/** A path of the item: names, indexes, and `[]` where an array is iterated over. */
export type DocumentPath = readonly (string | number)[];

interface Placed {
  readonly expression: ExpressionNode;
  readonly environment: Environment;
}

/** The path of the stored item that the expression stands for, through aliases, subqueries and object literals. */
export function documentPath(
  expression: ExpressionNode,
  environment: Environment,
  inference: Inference,
): DocumentPath | undefined {
  const placed = follow({ expression, environment }, inference);
  const node = placed.expression;
  switch (node.kind) {
    case "identifier":
      return pathOfName(node.name, placed.environment, inference);
    case "property": {
      const parent = documentPath(node.object, placed.environment, inference);
      return parent && [...parent, node.name];
    }
    case "index": {
      const parent = documentPath(node.object, placed.environment, inference);
      return parent && node.index.kind === "literal" && typeof node.index.value === "number"
        ? [...parent, node.index.value]
        : undefined;
    }
    default:
      return undefined;
  }
}

/** `/pay/kind`, `/lines/[]/sku`, as indexing policies write paths. */
export function formatDocumentPath(path: DocumentPath): string {
  return path.map((part) => `/${part}`).join("");
}

function pathOfName(name: string, environment: Environment, inference: Inference): DocumentPath | undefined {
  const binding = environment.get(name);
  // Before anything is bound, FROM's first word is the container.
  if (binding === undefined) return environment.size === 0 ? [] : undefined;
  const { origin } = binding;
  if (origin === undefined) return [];
  const { collection, iterates } = origin.source;
  if (collection.kind === "subquery") {
    const star = collection.query.select.what.kind === "star" ? collection.query.from?.source.alias : undefined;
    return star === undefined ? undefined : pathOfName(star, inference.environmentOf(collection.query), inference);
  }
  const base = documentPath(collection.path, origin.environment, inference);
  return base && (iterates ? [...base, "[]"] : base);
}

/** Replaces a name by the value of the subquery it stands for, and a property of an object literal by the member. */
function follow(placed: Placed, inference: Inference): Placed {
  const { expression, environment } = placed;
  if (expression.kind === "identifier") {
    const collection = environment.get(expression.name)?.origin?.source.collection;
    if (collection?.kind !== "subquery" || collection.query.select.what.kind !== "value") return placed;
    const value = collection.query.select.what.value;
    return follow({ expression: value, environment: inference.environmentOf(collection.query) }, inference);
  }
  if (expression.kind === "property") {
    const object = follow({ expression: expression.object, environment }, inference);
    if (object.expression.kind === "object") {
      const member = object.expression.members.find(({ name }) => name === expression.name);
      return member ? follow({ expression: member.value, environment: object.environment }, inference) : placed;
    }
    return { expression: { ...expression, object: object.expression }, environment: object.environment };
  }
  return placed;
}
