const relations: readonly (readonly string[])[] = [
  ["a = ?", "a IN (1, 2)", "a > 1"],
  ["b = ?", "b IN ?"],
  ["c = ?", "c > 1 AND c <= ?", "(c, d) > (1, ?)", "c IN (1, 2)"],
  ["d = 1", "d > ?"],
  ["s = 1", "v = ?", "m CONTAINS ?", "m['a'] = 1", "fl = ?", "token(a, b) > ?"],
];

const shapes: readonly (readonly [string, string])[] = [
  ["*", ""],
  ["s", " ALLOW FILTERING"],
  ["count(*), max(v)", " ORDER BY c ASC"],
  ["DISTINCT a, b, s", " LIMIT ?"],
  ["v + 1, m['a'], writetime(l)", " GROUP BY a, b, c"],
  ["a", " ORDER BY c DESC, d ASC PER PARTITION LIMIT 1"],
];

const changes = ["v = ?", "s = ?", "l = l + ?", "l[0] = ?", "m['a'] = ?", "fl = fl + [1]", "a = 1", "v = 1, v = 2"];
const deletions = ["", "v ", "s ", "m['a'] ", "c "];
const conditions = ["", " IF EXISTS", " IF v = ?", " IF s = 1", " IF m[?] IN (1, 2)", " IF c = 1"];

/** Every choice of one or none of each list's members. */
function* combinations(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = lists;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const others of combinations(rest)) {
    yield others;
    for (const one of first) yield [one, ...others];
  }
}

/** Selects and writes over the table `wide`, in combinations that nobody would write down. */
export function generateStatements(): readonly string[] {
  const statements: string[] = [];
  let turn = 0;
  const next = <T>(list: readonly T[]): T => list[turn++ % list.length]!;
  for (const relation of combinations(relations)) {
    if (relation.length === 0) continue;
    const where = relation.join(" AND ");
    // A whole partition key can be right, so these meet every shape.
    const isKeyed = relation[0] === "a = ?" && relation[1] === "b = ?";
    for (const [selected, tail] of isKeyed ? shapes : [next(shapes)]) {
      statements.push(`SELECT ${selected} FROM wide WHERE ${where}${tail}`);
    }
    if (isKeyed) statements.push(...changes.map((change) => `UPDATE wide SET ${change} WHERE ${where}`));
    statements.push(`UPDATE wide SET ${next(changes)} WHERE ${where}${next(conditions)}`);
    statements.push(`DELETE ${next(deletions)}FROM wide WHERE ${where}${next(conditions)}`);
  }
  return statements;
}
