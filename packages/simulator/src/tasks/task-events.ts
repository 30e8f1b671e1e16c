import type { History } from "../history.js";
import { UNTRUNCATED } from "../history.js";
import type { HistoryEventDetails } from "../history-event.js";
import type { Json } from "../json.js";
import type { Strand } from "../strand.js";
import type { TaskResource } from "./resource.js";

/** What a task was started with, as far as the history tells. */
export interface TaskStart {
  readonly arguments: Json;
  readonly timeoutSeconds?: number | undefined;
  readonly heartbeatSeconds?: number | undefined;
  readonly roleArn?: string | undefined;
}

/** Writes one task's events under the names that its kind of resource has. */
export class TaskEvents {
  readonly #resource: TaskResource;
  readonly #strand: Strand;
  readonly #history: History;

  constructor(resource: TaskResource, strand: Strand) {
    this.#resource = resource;
    this.#strand = strand;
    this.#history = strand.run.history;
  }

  scheduled(start: TaskStart): void {
    const text = this.#history.toText(start.arguments);
    const limits: HistoryEventDetails = {
      ...(start.timeoutSeconds !== undefined && { timeoutInSeconds: start.timeoutSeconds }),
      ...(start.heartbeatSeconds !== undefined && { heartbeatInSeconds: start.heartbeatSeconds }),
      ...(start.roleArn !== undefined && { taskCredentials: { roleArn: start.roleArn } }),
    };
    if (this.#resource.kind === "service") {
      const { region } = this.#strand.run.ids;
      this.#add("TaskScheduled", { ...this.#names(), region, parameters: text, ...limits });
    } else {
      const details = { resource: this.#resource.arn, input: text, inputDetails: UNTRUNCATED, ...limits };
      this.#add(this.#resource.kind === "lambda" ? "LambdaFunctionScheduled" : "ActivityScheduled", details);
    }
  }

  started(workerName: string | undefined): void {
    if (this.#resource.kind === "lambda") this.#add("LambdaFunctionStarted");
    else if (this.#resource.kind === "service") this.#add("TaskStarted", this.#names());
    else this.#add("ActivityStarted", workerName === undefined ? {} : { workerName });
  }

  submitted(output: Json): void {
    this.#add("TaskSubmitted", { ...this.#names(), output: JSON.stringify(output), outputDetails: UNTRUNCATED });
  }

  succeeded(output: Json): void {
    const details = { output: this.#history.toText(output), outputDetails: UNTRUNCATED };
    if (this.#resource.kind === "service") this.#add("TaskSucceeded", { ...this.#names(), ...details });
    else this.#add(this.#resource.kind === "lambda" ? "LambdaFunctionSucceeded" : "ActivitySucceeded", details);
  }

  failed(error: string | undefined, cause: string | undefined): void {
    this.#end("Failed", { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) });
  }

  timedOut(error: string): void {
    this.#end("TimedOut", { error });
  }

  #end(how: "Failed" | "TimedOut", details: HistoryEventDetails): void {
    if (this.#resource.kind === "service") this.#add(`Task${how}`, { ...this.#names(), ...details });
    else this.#add(this.#resource.kind === "lambda" ? `LambdaFunction${how}` : `Activity${how}`, details);
  }

  #names(): HistoryEventDetails {
    return this.#resource.kind === "service"
      ? { resourceType: this.#resource.service, resource: this.#resource.resource }
      : {};
  }

  #add(type: Parameters<History["add"]>[1], details?: HistoryEventDetails): void {
    this.#history.add(this.#strand, type, details);
  }
}
