import { BridgeError } from "./executor.js";

/**
 * The statement that a request names.
 *
 * @throws {BridgeError} `Bridge.UnknownStatement` where the source's manifest does not list it
 */
export function statementOf<Statement>(
  source: string,
  statements: ReadonlyMap<string, Statement>,
  name: string,
): Statement {
  const statement = statements.get(name);
  if (statement !== undefined) return statement;
  throw new BridgeError("Bridge.UnknownStatement", {
    message: `The source "${source}" has no statement "${name}".`,
    outcome: "permanent",
    statement: name,
  });
}
