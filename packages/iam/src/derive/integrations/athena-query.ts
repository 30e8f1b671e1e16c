/** What a query does, as far as its text tells; `*` in a text stands for what is known only when the state runs. */
export interface QueryNeeds {
  /** Databases that it may name, beside the one that it runs in. */
  readonly databases: readonly string[];
  /** Actions of Glue by which it changes the catalog. */
  readonly catalogWrites: readonly string[];
  /** Actions of Athena on its workgroup, beside those that run a query. */
  readonly statements: readonly string[];
  /** Whether it reads tables or views, and so the data behind them. */
  readonly readsTables: boolean;
  /** Actions of S3 by which it changes the data behind a table. */
  readonly dataWrites: readonly string[];
}

interface Kind {
  readonly words: RegExp;
  readonly catalog?: readonly string[];
  readonly data?: readonly string[];
  readonly statements?: readonly string[];
}

const write = [
  "s3:AbortMultipartUpload",
  "s3:ListBucketMultipartUploads",
  "s3:ListMultipartUploadParts",
  "s3:PutObject",
];
const addPartitions = ["BatchCreatePartition", "CreatePartition"];

/** A statement that is known only when the state runs may be any: what AWS's policy for queries allows. */
const any: Omit<Kind, "words"> = {
  catalog: [
    ...addPartitions,
    "BatchDeletePartition",
    "BatchDeleteTable",
    "CreateDatabase",
    "CreateTable",
    "DeleteDatabase",
    "DeletePartition",
    "DeleteTable",
    "UpdateDatabase",
    "UpdatePartition",
    "UpdateTable",
  ],
  data: write,
};

/**
 * Statements by their first words; what none of these matches only reads.
 *
 * @see https://docs.aws.amazon.com/athena/latest/ug/ddl-sql-reference.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/fine-grained-access-to-glue-resources.html
 * @see https://docs.aws.amazon.com/athena/latest/ug/security-iam-athena-prepared-statements.html
 */
const kinds: readonly Kind[] = [
  { words: /^\*/, ...any },
  { words: /^EXECUTE\b/, ...any, statements: ["athena:GetPreparedStatement"] },
  { words: /^PREPARE\b/, statements: ["athena:CreatePreparedStatement"] },
  { words: /^DEALLOCATE\b/, statements: ["athena:DeletePreparedStatement"] },
  { words: /^CREATE\s+(DATABASE|SCHEMA)\b/, catalog: ["CreateDatabase"] },
  { words: /^DROP\s+(DATABASE|SCHEMA)\b/, catalog: ["DeleteDatabase"] },
  { words: /^ALTER\s+(DATABASE|SCHEMA)\b/, catalog: ["UpdateDatabase"] },
  // A table made from a query has data of its own, and partitions with it.
  {
    words: /^CREATE\s+TABLE\b[\s\S]*\bAS\s+\(?\s*(SELECT|WITH|TABLE|VALUES)\b/,
    catalog: ["CreateTable", "UpdateTable", ...addPartitions],
    data: write,
  },
  { words: /^CREATE\b/, catalog: ["CreateTable", "UpdateTable"] },
  { words: /^DROP\b/, catalog: ["DeleteTable"] },
  {
    words: /^(ALTER|MSCK)\b/,
    catalog: [...addPartitions, "BatchDeletePartition", "UpdatePartition", "UpdateTable"],
  },
  // Tables of the Iceberg format keep in the catalog which of their states is the newest.
  { words: /^INSERT\b/, catalog: [...addPartitions, "UpdateTable"], data: write },
  { words: /^(DELETE|MERGE|OPTIMIZE|UPDATE)\b/, catalog: ["UpdateTable"], data: write },
  { words: /^VACUUM\b/, catalog: ["UpdateTable"], data: [...write, "s3:DeleteObject"] },
  { words: /^UNLOAD\b/, data: write },
];

export function readQuery(text: string): QueryNeeds {
  const query = text.replace(/--.*$|\/\*[\s\S]*?\*\//gm, " ").trim();
  const kind = kinds.find(({ words }) => words.test(query.toUpperCase()));
  return {
    databases: databasesIn(query),
    catalogWrites: kind?.catalog ?? [],
    statements: kind?.statements ?? [],
    readsTables: /^\*|\b(?:DESCRIBE|EXECUTE|FROM|INTO|JOIN|OPTIMIZE|SHOW|TABLE|UPDATE|VACUUM|VIEW)\b/i.test(query),
    dataWrites: kind?.data ?? [],
  };
}

const name = '(?:"[^"]+"|`[^`]+`|(?:\\$\\{[^}]*\\}|[\\w*-])+)';
const reference = String.raw`${name}(?:\.${name}){0,2}`;
const tables = new RegExp(
  String.raw`\b(?:FROM|JOIN|INTO|USING|TABLE|VIEW|UPDATE|OPTIMIZE|VACUUM|DESCRIBE)\s+(?:(?:IF|NOT|EXISTS)\s+)*(${reference}(?:(?:\s+(?:AS\s+)?\w+)?\s*,\s*${reference})*)`,
  "gi",
);
const schemas = new RegExp(String.raw`\b(?:DATABASE|SCHEMA|IN)\s+(?:(?:IF|NOT|EXISTS)\s+)*(${name})`, "gi");

/** `shop.orders` names its database, `orders` none; a table that is computed may name any. */
function databasesIn(query: string): readonly string[] {
  if (/^(?:\*|EXECUTE\b)/i.test(query)) return ["*"];
  const clauses = query.replace(/\b(?:EXTRACT\s*\(\s*\w+|DISTINCT)\s+FROM\b/gi, " ");
  const found = [...clauses.matchAll(tables)].flatMap(([, list]) =>
    list!.split(/\s*,\s*/).flatMap((each) => {
      const parts = new RegExp(`^${reference}`).exec(each)![0].match(new RegExp(name, "g"))!;
      return parts.length > 1 ? [parts.at(-2)!] : parts[0]!.startsWith("*") ? ["*"] : [];
    }),
  );
  const statement = /^(?:CREATE|DROP|ALTER|SHOW|DESCRIBE)\b/i.test(query) ? [...query.matchAll(schemas)] : [];
  const unquoted = [...found, ...statement.map((match) => match[1]!)].map((each) => each.replace(/^["`]|["`]$/g, ""));
  return [...new Set(unquoted)];
}
