import type { CreateIndexStatement } from "../cql/index.js";
import type { IndexKind } from "./schema-model.js";

type Options = CreateIndexStatement["options"];

const flags: readonly string[] = ["ascii", "case_sensitive", "normalize"];
const words: { readonly [option: string]: readonly string[] } = {
  optimize_for: ["latency", "recall"],
  similarity_function: ["cosine", "dot_product", "euclidean"],
};
const others: readonly string[] = ["class_name", "target"];
/** For servers that were started with a setting which allows them. */
const tuning: readonly string[] = ["construction_beam_width", "maximum_node_connections"];

/** What is wrong with an index's options, whatever its column; classes of one's own have options of their own. */
export function indexOptionsFault(kind: IndexKind, options: Options): string | undefined {
  if (kind === "legacy") {
    return Object.keys(options).length === 0 ? undefined : "An index of Cassandra's own kind takes no options.";
  }
  return kind === "sai" ? saiOptionsFault(options) : undefined;
}

function saiOptionsFault(options: Options): string | undefined {
  for (const [option, value] of Object.entries(options)) {
    if (flags.includes(option)) {
      if (!/^(?:true|false)$/i.test(value)) return `${option} is true or false, not ${value}.`;
      continue;
    }
    if (tuning.includes(option)) return `${option} is for servers that allow it by a setting of their own.`;
    const known = words[option];
    if (known === undefined && !others.includes(option)) return `Storage-attached indexes have no option "${option}".`;
    if (known !== undefined && !known.includes(value.toLowerCase()))
      return `${option} is ${known.join(" or ")}, not ${value}.`;
  }
  return undefined;
}
