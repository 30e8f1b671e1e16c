/**
 * The class of a command of any AWS SDK v3 client, as far as tasks need it. Clients are the user's own dependencies; nothing is
 * imported of them here.
 */
export type CommandClass<I, O> = new (
  input: never,
) => {
  readonly input: I;
  resolveMiddleware(stack: never, configuration: never, options: never): (request: never) => Promise<{ output: O }>;
};

/** What a command class says of itself. */
export interface SdkAction {
  /** The client's name without `Client`: `DynamoDB`. */
  readonly client: string;
  /** As in the API's reference: `PutItem`. */
  readonly operation: string;
}

interface NamedCommand {
  resolveMiddlewareWithContext?: (stack: unknown, configuration: unknown, options: unknown, names: SdkNames) => void;
  resolveMiddleware?: (stack: unknown, configuration: unknown, options: unknown) => void;
}

interface SdkNames {
  readonly clientName: string;
  readonly commandName: string;
}

/** Reads which action a command calls. A command hands its client's and its own name to its middleware, and to nobody else. */
export function readCommand(command: CommandClass<unknown, unknown>): SdkAction {
  const { name } = command;
  const instance = new command({} as never) as object as NamedCommand;
  let names: SdkNames | undefined;
  if (typeof instance.resolveMiddlewareWithContext === "function") {
    instance.resolveMiddlewareWithContext = (...args) => {
      names = args[3];
    };
    instance.resolveMiddleware?.({}, {}, {});
  }
  const client = /^(\w+)Client$/.exec(names?.clientName ?? "")?.[1];
  const operation = /^(\w+)Command$/.exec(names?.commandName ?? "")?.[1];
  if (client === undefined || operation === undefined) {
    throw new TypeError(
      `${name} is no command of an AWS SDK v3 client: give the class, as @aws-sdk/client-* exports it.`,
    );
  }
  return { client, operation };
}
