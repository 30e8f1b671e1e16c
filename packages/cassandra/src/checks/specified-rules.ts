import { aggregateAdvice } from "./rules/aggregate-advice.js";
import { assignments } from "./rules/assignments.js";
import { batchMembers } from "./rules/batch-members.js";
import { batchPartitions } from "./rules/batch-partitions.js";
import { clusteringPrefix } from "./rules/clustering-prefix.js";
import { collectionOperations } from "./rules/collection-operations.js";
import { compactInserts } from "./rules/compact-inserts.js";
import { conditionalWrites } from "./rules/conditional-writes.js";
import { conflictingRestrictions } from "./rules/conflicting-restrictions.js";
import { constantOperations } from "./rules/constant-operations.js";
import { counterDeletes } from "./rules/counter-deletes.js";
import { counterOperations } from "./rules/counter-operations.js";
import { distinct } from "./rules/distinct.js";
import { emptyKeys } from "./rules/empty-keys.js";
import { filtering } from "./rules/filtering.js";
import { fullScan } from "./rules/full-scan.js";
import { groupBy } from "./rules/group-by.js";
import { insertJson } from "./rules/insert-json.js";
import { insertValues } from "./rules/insert-values.js";
import { limits } from "./rules/limits.js";
import { listReads } from "./rules/list-reads.js";
import { nullRestrictions } from "./rules/null-restrictions.js";
import { orderBy } from "./rules/order-by.js";
import { relationOperators } from "./rules/relation-operators.js";
import type { Rule } from "./rules/rule.js";
import { staticSelection } from "./rules/static-selection.js";
import { tombstoneAdvice } from "./rules/tombstone-advice.js";
import { tupleFiltering } from "./rules/tuple-filtering.js";
import { tupleRelations } from "./rules/tuple-relations.js";
import { unboundedIn } from "./rules/unbounded-in.js";
import { usingClause } from "./rules/using-clause.js";
import { vectorOrdering } from "./rules/vector-ordering.js";
import { viewWrites } from "./rules/view-writes.js";
import { virtualTables } from "./rules/virtual-tables.js";
import { writeKey } from "./rules/write-key.js";
import { zeroVectors } from "./rules/zero-vectors.js";

/** Every rule, in the order in which findings are worth reading. */
export const specifiedRules: readonly Rule[] = [
  viewWrites,
  virtualTables,
  relationOperators,
  tupleRelations,
  conflictingRestrictions,
  nullRestrictions,
  emptyKeys,
  constantOperations,
  writeKey,
  insertValues,
  insertJson,
  compactInserts,
  assignments,
  collectionOperations,
  counterOperations,
  conditionalWrites,
  usingClause,
  batchMembers,
  staticSelection,
  clusteringPrefix,
  filtering,
  tupleFiltering,
  distinct,
  groupBy,
  orderBy,
  vectorOrdering,
  zeroVectors,
  limits,
  fullScan,
  unboundedIn,
  listReads,
  batchPartitions,
  aggregateAdvice,
  tombstoneAdvice,
  counterDeletes,
];
