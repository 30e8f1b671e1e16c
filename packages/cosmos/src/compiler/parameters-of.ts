import type { StatementParameters } from "@treadle/workflow/data-source";
import type { BatchStatement, CosmosStatement } from "../contract/manifest.js";

/** What a call of a statement gives beside the session. */
export function parametersOf(statement: CosmosStatement): StatementParameters {
  switch (statement.operation) {
    case "read":
      return { required: ["id", "partitionKey"], optional: [] };
    case "create":
    case "upsert":
      return { required: ["item"], optional: [] };
    case "replace":
      return { required: ["item"], optional: ["ifMatch"] };
    case "delete":
      return { required: ["id", "partitionKey"], optional: ["ifMatch"] };
    case "patch":
      return { required: ["id", "partitionKey", ...Object.keys(statement.params)], optional: ["ifMatch"] };
    case "query":
      return { required: Object.keys(statement.params), optional: [] };
    case "pages":
      return { required: Object.keys(statement.params), optional: ["continuation"] };
    case "batch":
      return { required: ["partitionKey", ...targetsOf(statement), ...Object.keys(statement.params)], optional: [] };
    case "bulk":
      return { required: [statement.kind === "delete" ? "keys" : "items"], optional: [] };
  }
}

/** Each item and id that the operations name, once. */
function targetsOf({ operations }: BatchStatement): readonly string[] {
  return [...new Set(operations.map((operation) => ("item" in operation ? operation.item : operation.id)))];
}
