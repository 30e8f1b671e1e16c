import { isVirtual, type Table } from "../../schema/index.js";
import type { ResolvedSelect } from "./resolved-statement.js";
import {
  isContains,
  isSlice,
  type Restriction,
  restrictionsOn,
  supportingIndexes,
  unrestricted,
} from "./restriction.js";

/** How the server would find the rows of a SELECT. */
export interface SelectPlan {
  /** Reads more than named partitions: a scan, a token range, or an index across partitions. */
  readonly isKeyRange: boolean;
  readonly hasIndex: boolean;
  readonly usesIndex: boolean;
  /** Restrictions that are neither the key's own nor answered by what finds the rows. */
  readonly needsFiltering: boolean;
  /** The restriction to name in a message, where filtering is needed. */
  readonly filtered: Restriction | undefined;
}

export function partitionNeedsFiltering(table: Table, restrictions: readonly Restriction[]): boolean {
  const onKey = restrictionsOn(restrictions, "partition");
  if (onKey.length === 0) return false;
  return unrestricted(onKey, table.partitionKey).length > 0 || onKey.some((each) => isSlice(each) || isContains(each));
}

/** Whether the clustering restrictions are more than a prefix with at most one slice at its end. */
export function clusteringNeedsFiltering(restrictions: readonly Restriction[]): boolean {
  let position = 0;
  for (const restriction of orderedByPosition(restrictionsOn(restrictions, "clustering"))) {
    const first = restriction.columns[0]!.position;
    if (isContains(restriction) || restriction.operator === "like" || first > position) return true;
    if (!isSlice(restriction)) position = restriction.columns.at(-1)!.position + 1;
  }
  return false;
}

export function orderedByPosition(restrictions: readonly Restriction[]): readonly Restriction[] {
  return restrictions.toSorted((a, b) => a.columns[0]!.position - b.columns[0]!.position);
}

export function planSelect({ table, restrictions, statement }: ResolvedSelect): SelectPlan {
  const partition = restrictionsOn(restrictions, "partition");
  const clustering = restrictionsOn(restrictions, "clustering");
  const others = restrictions.filter(
    (each) => each.form !== "token" && each.columns.some(({ kind }) => kind === "regular" || kind === "static"),
  );
  // Beside a whole partition key a token range only leaves partitions out.
  const onToken =
    restrictions.some(({ form }) => form === "token") &&
    (unrestricted(partition, table.partitionKey).length > 0 || partitionNeedsFiltering(table, restrictions));
  const expressions = restrictions.filter(({ relation }) => relation.kind === "indexExpression");
  const hasAnn = statement.orderBy.some(({ annOf }) => annOf !== undefined);
  const supported = (list: readonly Restriction[]): boolean =>
    list.some((each) => supportingIndexes(table, each).length > 0);
  const hasIndex = expressions.length > 0 || hasAnn || supported([...partition, ...clustering, ...others]);
  let isKeyRange = onToken;
  let usesIndex = false;
  if (partition.length === 0 && !onToken) {
    isKeyRange = true;
    usesIndex = hasIndex;
  }
  if (partitionNeedsFiltering(table, restrictions)) {
    isKeyRange = true;
    usesIndex = hasIndex;
  }
  const filters: Restriction[] = [];
  if (usesIndex || partitionNeedsFiltering(table, restrictions)) filters.push(...partition);
  if (clusteringNeedsFiltering(restrictions)) usesIndex ||= hasIndex;
  if (isKeyRange && supported(clustering)) usesIndex = true;
  if (usesIndex || clusteringNeedsFiltering(restrictions)) filters.push(...clustering);
  if (others.length > 0 || hasAnn) {
    usesIndex ||= hasIndex;
    filters.push(...others);
  }
  const unanswered = firstUnanswered(table, filters);
  const open = clustering.length > 0 && filters.length === 0 && isKeyRange && !hasAnn ? clustering[0] : undefined;
  if (isVirtual(table)) return { isKeyRange, hasIndex, usesIndex, needsFiltering: false, filtered: undefined };
  const mayFilter = isKeyRange || usesIndex || others.length > 0 || clusteringNeedsFiltering(restrictions);
  const filtered = mayFilter ? (unanswered ?? open) : undefined;
  return { isKeyRange, hasIndex, usesIndex, needsFiltering: filtered !== undefined, filtered };
}

/** A restriction that no one group of indexes answers together with all others; undefined where a group answers all. */
function firstUnanswered(table: Table, filters: readonly Restriction[]): Restriction | undefined {
  if (filters.length === 0) return undefined;
  let best: Restriction | undefined = filters[0];
  let bestAt = -1;
  for (const group of indexGroups(table)) {
    const at = filters.findIndex(
      (each) =>
        !supportingIndexes(table, each).some(
          (index) => group.has(index.name) && !(index.kind === "legacy" && isAskedTwice(filters, each)),
        ),
    );
    if (at < 0) return undefined;
    if (at > bestAt) {
      bestAt = at;
      best = filters[at];
    }
  }
  return best;
}

/** A legacy index answers one CONTAINS on a column and filters by the next. */
function isAskedTwice(filters: readonly Restriction[], restriction: Restriction): boolean {
  if (!isContains(restriction)) return false;
  return filters.some((each) => each !== restriction && isContains(each) && each.columns[0] === restriction.columns[0]);
}

/** Storage-attached indexes answer together; every other index answers alone. */
function indexGroups(table: Table): readonly ReadonlySet<string>[] {
  const indexes = [...table.indexes.values()];
  const attached = indexes.filter(({ kind }) => kind === "sai").map(({ name }) => name);
  const alone = indexes.filter(({ kind }) => kind !== "sai");
  return [new Set(attached), ...alone.map(({ name }) => new Set([name]))].filter(({ size }) => size > 0);
}
