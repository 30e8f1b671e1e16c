import { type ExpressionNode, object, path as pathOf, placeholder, scope, states } from "@treadle/expressions";
import type { TaskDefinition } from "@treadle/workflow";
import type { CheckedStatement } from "@treadle/workflow/data-source";
import type { TaskNode } from "@treadle/workflow/nodes";
import { compilerDiagnostics } from "../../diagnostics.js";
import { prepareCatchers } from "../catchers.js";
import { checkArguments } from "../check-arguments.js";
import { assignOn, enter, leavingEdge } from "../edge.js";
import { lowerField, lowerTextField } from "../lower-field.js";
import { lowerLambdaRef } from "../lower-lambda-ref.js";
import { stateName } from "../names.js";
import { joinPath, type LowerStep, type Place, valueAt } from "../place.js";
import { readFrom } from "../substitute.js";
import { sessionKey } from "../thread-sessions.js";

/** What `s.token` means in the arguments of a task that waits for a worker. */
const token = { key: "token", alias: pathOf(states("context"), "Task", "Token") };

export const lowerTask: LowerStep<"task"> = (node, place, edges) => {
  const { lowering } = place;
  const name = stateName(place.path, node.name);
  const path = joinPath(place.path, node.name);
  const entry = enter(edges, name);
  const { task, options } = node;
  lowering.addPlaceholders(task.placeholders);
  if (task.bounds) lowering.bounds.set(name, task.bounds);
  const statement = task.statement && lowering.useStatement(task.statement.source, task.statement.name, name);
  if (statement) requireOutcomeCaught(node, statement, place);

  const role = lowerTextField(options.credentials, "role-arn", node, place, entry);
  const argumentsPlace = task.waitsForToken ? { ...place, environment: place.environment.with("token", token) } : place;
  const input = lowerLambdaRef(node.arguments, node, argumentsPlace);
  if (statement) checkArguments(node, statement, input, place);
  const value = valueAt(place.path, node.name);
  const { session } = task;
  const done = assignOn(leavingEdge("success", entry), value.key, task.output(states("result")));
  const success = session ? assignOn(done, sessionKey(session.name), session.token(states("result"))) : done;
  const catchers = prepareCatchers(options.catch, entry, path, value, place);
  lowering.addState(place.scope, {
    name,
    type: "Task",
    location: node.location,
    comment: options.comment,
    constants: {},
    expressions: {
      Resource: placeholder(task.resource),
      Credentials: role && object({ RoleArn: role }),
      TimeoutSeconds: lowerField(options.timeoutSeconds, node, place, entry),
      HeartbeatSeconds: lowerField(options.heartbeatSeconds, node, place, entry),
      Arguments: readFrom(argumentsOf(task, input), entry),
    },
    retry: options.retry ?? statement?.retry ?? task.retry,
    success: success.draft,
    catchers: catchers.drafts,
  });

  return { edges: [success, ...catchers.lowerHandlers()], environment: place.environment.with(node.name, value) };
};

function argumentsOf(task: TaskDefinition, input: ExpressionNode): ExpressionNode {
  return task.session?.arguments(input, scope(sessionKey(task.session.name))) ?? task.arguments(input);
}

const catchesEverything = new Set(["States.ALL", "States.TaskFailed"]);

function requireOutcomeCaught(node: TaskNode, statement: CheckedStatement, place: Place): void {
  const error = statement.outcomeUnknown;
  if (error === undefined) return;
  const isCaught = node.options.catch.some((catcher) =>
    catcher.errorEquals.some((name) => name === error || catchesEverything.has(name)),
  );
  if (isCaught) return;
  place.lowering.report(
    compilerDiagnostics["outcome-unknown-uncaught"](
      { step: node.name, statement: statement.name, error },
      { location: node.location },
    ),
  );
}
