import { cosmosDiagnostics } from "../../diagnostics.js";
import type { OrderByItemNode } from "../../sql/nodes.js";
import { documentPath, formatDocumentPath } from "../document-path.js";
import type { CompositePath, IndexingPolicy, QueryRule } from "../rule.js";

/**
 * One property needs its range index; several need a composite index with the same paths in the same order, and with the
 * same directions or all of them reversed.
 */
export const orderByIndex: QueryRule = ({ query, inference, container, at, report }) => {
  const { indexingPolicy } = container;
  const items = query.orderBy?.rank === false ? query.orderBy.items : [];
  if (indexingPolicy === undefined || items.length === 0) return undefined;
  const environment = inference.environmentOf(query);
  const paths = items.map(({ value }) => documentPath(value, environment, inference));
  const wanted = paths.flatMap((path, index) => (path ? [toComposite(formatDocumentPath(path), items[index]!)] : []));
  if (wanted.length < items.length) return undefined;

  const first = items[0]!;
  if (wanted.length === 1) {
    const { path } = wanted[0]!;
    if (!isIndexed(path, indexingPolicy))
      report(cosmosDiagnostics["order-by-not-indexed"]({ path, at: at(first.start) }), first);
    return undefined;
  }
  if (!(indexingPolicy.compositeIndexes ?? []).some((index) => serves(index, wanted))) {
    report(
      cosmosDiagnostics["composite-index-missing"]({ index: JSON.stringify(wanted), at: at(first.start) }),
      query.orderBy,
    );
  }
  return undefined;
};

function toComposite(path: string, item: OrderByItemNode): CompositePath {
  return { path, order: item.descending ? "descending" : "ascending" };
}

function serves(index: readonly CompositePath[], wanted: readonly CompositePath[]): boolean {
  if (index.length !== wanted.length) return false;
  const same = index.map(({ path, order = "ascending" }, at) =>
    path === wanted[at]!.path ? order === wanted[at]!.order : undefined,
  );
  return same.every((direction) => direction === true) || same.every((direction) => direction === false);
}

/** The longest path that covers the property decides; `/*` is included where nothing is said. */
function isIndexed(path: string, { includedPaths = [{ path: "/*" }], excludedPaths = [] }: IndexingPolicy): boolean {
  return longestCover(path, includedPaths) > longestCover(path, excludedPaths);
}

function longestCover(path: string, patterns: readonly { readonly path: string }[]): number {
  const lengths = patterns.map((pattern) => {
    const base = pattern.path.replace(/\/[*?]$/, "");
    const wild = pattern.path.endsWith("/*");
    const covers = wild ? path === base || path.startsWith(`${base}/`) : path === base;
    return covers ? base.length * 2 + (wild ? 0 : 1) : -1;
  });
  return Math.max(-1, ...lengths);
}
