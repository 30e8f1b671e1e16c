import type { ResumableTask } from "@treadle/workflow";
import { type CommandClass, readCommand } from "./command-class.js";
import {
  type CommandOptions,
  createResumableCommandTask,
  type ServiceErrorName,
  type StepArguments,
} from "./command-task.js";
import type { Present } from "./present.js";
import { serviceName } from "./service-name.js";
import type { StatesValue } from "./states-value.js";

/**
 * Any action of any AWS service, by the class of its command in the AWS SDK v3: `awsSdk(PutItemCommand)`. Arguments and output are
 * the command's own, as Step Functions spells them: in PascalCase, with the names of the Java SDK (`Bool` where the class says
 * `BOOL`), timestamps as RFC 3339 text, bytes and streams as text. At most 256 KiB each way (262,144 bytes of UTF-8).
 *
 * An integration of its own is the better choice where AWS has one, such as `lambda.invoke`: it can wait for a job, or sends JSON
 * as JSON. The service must be one that Step Functions offers; it says so when the state machine is made.
 *
 * @throws TypeError where the value is no command class, or an error's name is not one of the service's.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export function awsSdk<
  I,
  O,
  const P extends readonly string[] = [],
  const F = {},
  const E extends ServiceErrorName = never,
>(
  command: CommandClass<I, O>,
  options: CommandOptions<StatesValue<I>, StatesValue<O>, P, F, E> = {},
): ResumableTask<StepArguments<StatesValue<I>, F>, Present<StatesValue<O>, P[number]>, E> {
  const { client, operation } = readCommand(command);
  const service = serviceName(client);
  const action = `aws-sdk:${service.toLowerCase()}:${operation[0]!.toLowerCase()}${operation.slice(1)}`;
  for (const error of options.errors ?? []) {
    if (error.startsWith(`${service}.`)) continue;
    throw new TypeError(`"${error}" is no error of ${action}: the names of its errors begin with "${service}.".`);
  }
  return createResumableCommandTask(action, options);
}
