import { formatCqlType } from "../contract/cql-type.js";
import { type Column, dropKeyspaces, type Keyspace, type Table } from "../schema/index.js";

/** Says in one sentence each in what a live keyspace differs from the one of the schema file. */
export function compareKeyspaces(file: Keyspace, live: Keyspace): readonly string[] {
  return [
    ...compareNamed(typesOf(file), typesOf(live), ([name]) => `type ${name}`),
    ...compareNamed(functionsOf(file), functionsOf(live), ([name]) => name),
    ...compareMaps(file.tables, live.tables, describeTable, compareTables),
  ];
}

const describeTable = ({ name, viewOf }: Table): string => `${viewOf === undefined ? "table" : "view"} ${name}`;

function compareTables(file: Table, live: Table): readonly string[] {
  const where = `${describeTable(file)}: `;
  if (file.viewOf !== live.viewOf) return [`${where}${live.viewOf ?? "no table"} is what it is made from`];
  return [
    ...(keyOf(file) === keyOf(live)
      ? []
      : [`${where}the primary key is ${keyOf(live)}, and ${keyOf(file)} in the file`]),
    ...compareNamed(columnsOf(file), columnsOf(live), ([name]) => `${where}column ${name}`),
    ...compareNamed(indexesOf(file), indexesOf(live), ([name]) => `${where}index ${name}`),
  ];
}

function keyOf({ partitionKey, clustering }: Table): string {
  const names = (columns: readonly Column[]): string => columns.map(({ name }) => name).join(", ");
  return `((${names(partitionKey)})${clustering.length > 0 ? `, ${names(clustering)}` : ""})`;
}

type Described = ReadonlyMap<string, string>;

function columnsOf({ columns }: Table): Described {
  return new Map(
    [...columns.values()].map(({ name, type, kind, descending }) => {
      const text = formatCqlType(dropKeyspaces(type));
      return [name, `${text}${kind === "static" ? " static" : ""}${descending ? ", in descending order" : ""}`];
    }),
  );
}

function indexesOf({ indexes }: Table): Described {
  return new Map(
    [...indexes.values()].map(({ name, kind, target, column }) => [name, `${kind} on ${target} of ${column}`]),
  );
}

function typesOf({ types }: Keyspace): Described {
  return new Map(
    [...types.values()].map(({ name, fields }) => [
      name,
      [...fields].map(([field, type]) => `${field} ${formatCqlType(dropKeyspaces(type))}`).join(", "),
    ]),
  );
}

function functionsOf({ functions }: Keyspace): Described {
  return new Map(
    functions.map(({ name, aggregate, arguments: types, returns, calledOnNull }) => [
      `${aggregate ? "aggregate" : "function"} ${name}(${types.map((type) => formatCqlType(dropKeyspaces(type))).join(", ")})`,
      `${formatCqlType(dropKeyspaces(returns))}${calledOnNull ? ", called on null" : ""}`,
    ]),
  );
}

function compareNamed(file: Described, live: Described, label: (entry: readonly [string, string]) => string): string[] {
  const asPairs = (map: Described) => new Map([...map].map((entry) => [entry[0], entry] as const));
  return compareMaps(asPairs(file), asPairs(live), label, (own, theirs) =>
    own[1] === theirs[1] ? [] : [`${label(own)} is ${theirs[1]}, and ${own[1]} in the file`],
  );
}

function compareMaps<T>(
  file: ReadonlyMap<string, T>,
  live: ReadonlyMap<string, T>,
  label: (item: T) => string,
  compare: (file: T, live: T) => readonly string[],
): string[] {
  const missing = [...file].filter(([name]) => !live.has(name)).map(([, item]) => `${label(item)} is in the file only`);
  const added = [...live]
    .filter(([name]) => !file.has(name))
    .map(([, item]) => `${label(item)} is in the database only`);
  const differing = [...file].flatMap(([name, item]) => {
    const other = live.get(name);
    return other === undefined ? [] : compare(item, other);
  });
  return [...missing, ...added, ...differing];
}
