import { argumentNames } from "./rules/argument-names.js";
import { choiceRules } from "./rules/choice-rules.js";
import { constantValues } from "./rules/constant-values.js";
import { credentials } from "./rules/credentials.js";
import { distributedMap } from "./rules/distributed-map.js";
import { errorEquals } from "./rules/error-equals.js";
import { exclusiveFields } from "./rules/exclusive-fields.js";
import { express } from "./rules/express.js";
import { heartbeat } from "./rules/heartbeat.js";
import { historySize } from "./rules/history-size.js";
import { integrationArguments } from "./rules/integration-arguments.js";
import { jsonPaths } from "./rules/json-paths.js";
import { jsonataExpressions } from "./rules/jsonata-expressions.js";
import { labels } from "./rules/labels.js";
import { names } from "./rules/names.js";
import { nextOrEnd } from "./rules/next-or-end.js";
import { queryLanguage } from "./rules/query-language.js";
import { reachability } from "./rules/reachability.js";
import { readerArguments } from "./rules/reader-arguments.js";
import { serviceCeilings } from "./rules/service-ceilings.js";
import { sizeLimits } from "./rules/size-limits.js";
import { structure } from "./rules/structure.js";
import { taskResource } from "./rules/task-resource.js";
import { taskToken } from "./rules/task-token.js";
import { terminalStates } from "./rules/terminal-states.js";
import { transitions } from "./rules/transitions.js";
import { undefinedVariables } from "./rules/undefined-variables.js";
import { unresolvedPaths } from "./rules/unresolved-paths.js";
import { variableNames } from "./rules/variable-names.js";
import { variableScope } from "./rules/variable-scope.js";
import { waitTimestamp } from "./rules/wait-timestamp.js";
import type { ValidationRule } from "./validation-context.js";

/** Every rule, in the order in which findings come: structure, the graph, expressions, services, limits. */
export const specifiedRules: readonly ValidationRule[] = [
  structure,
  nextOrEnd,
  exclusiveFields,
  transitions,
  terminalStates,
  reachability,
  names,
  choiceRules,
  errorEquals,
  heartbeat,
  waitTimestamp,
  queryLanguage,
  constantValues,
  jsonataExpressions,
  jsonPaths,
  unresolvedPaths,
  variableNames,
  variableScope,
  undefinedVariables,
  taskResource,
  integrationArguments,
  argumentNames,
  taskToken,
  credentials,
  express,
  distributedMap,
  readerArguments,
  labels,
  serviceCeilings,
  sizeLimits,
  historySize,
];
