import type { QueryRule } from "./rule.js";
import { aggregateComposition } from "./rules/aggregate-composition.js";
import { aggregatePlaces } from "./rules/aggregate-places.js";
import { argumentTypes } from "./rules/argument-types.js";
import { comparableTypes } from "./rules/comparable-types.js";
import { computedIndexes } from "./rules/computed-indexes.js";
import { exactNumbers } from "./rules/exact-numbers.js";
import { groupedProperties } from "./rules/grouped-properties.js";
import { iteratedArrays } from "./rules/iterated-arrays.js";
import { knownFunctions } from "./rules/known-functions.js";
import { knownNames } from "./rules/known-names.js";
import { knownProperties } from "./rules/known-properties.js";
import { orderByIndex } from "./rules/order-by-index.js";
import { orderByPath } from "./rules/order-by-path.js";
import { pageable } from "./rules/pageable.js";
import { parameterTypes } from "./rules/parameter-types.js";
import { partitionKey } from "./rules/partition-key.js";
import { pointRead } from "./rules/point-read.js";
import { queryLimits } from "./rules/query-limits.js";
import { rankScores } from "./rules/rank-scores.js";
import { selectStar } from "./rules/select-star.js";
import { subqueryClauses } from "./rules/subquery-clauses.js";
import { vectorOptions } from "./rules/vector-options.js";

/** Every rule that a query is checked by, in the order in which their findings are given. */
export const specifiedRules: readonly QueryRule[] = [
  knownNames,
  knownProperties,
  knownFunctions,
  argumentTypes,
  comparableTypes,
  iteratedArrays,
  computedIndexes,
  vectorOptions,
  exactNumbers,
  selectStar,
  groupedProperties,
  aggregatePlaces,
  aggregateComposition,
  subqueryClauses,
  rankScores,
  orderByPath,
  orderByIndex,
  parameterTypes,
  partitionKey,
  pageable,
  queryLimits,
  pointRead,
];
