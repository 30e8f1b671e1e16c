/**
 * How far one partition has come: `{version}#{global LSN}#{region}={local LSN}…`, where a version may be missing in old
 * accounts and regions where there is only one.
 */
interface Progress {
  readonly version: number;
  readonly lsn: number;
  readonly regions: ReadonlyMap<string, number>;
  readonly text: string;
}

/**
 * Puts session tokens together, `{partition range}:{progress}` separated by commas, so that the result is as far as each of
 * them: what was seen with either is seen with it. A token of another form replaces what was known before.
 */
export function mergeSessionTokens(first: string | undefined, second: string | undefined): string | undefined {
  if (!first || !second) return second || first || undefined;
  const merged = parseToken(first);
  const added = parseToken(second);
  if (merged === undefined || added === undefined) return second;
  for (const [range, progress] of added) merged.set(range, furthest(merged.get(range), progress));
  return [...merged].map(([range, { text }]) => `${range}:${text}`).join(",");
}

function parseToken(token: string): Map<string, Progress> | undefined {
  const ranges = new Map<string, Progress>();
  for (const part of token.split(",")) {
    const [, range, text] = /^([^:]+):([^:]+)$/.exec(part) ?? [];
    const progress = text === undefined ? undefined : parseProgress(text);
    if (range === undefined || progress === undefined) return undefined;
    ranges.set(range, furthest(ranges.get(range), progress));
  }
  return ranges;
}

function parseProgress(text: string): Progress | undefined {
  const [first, second, ...rest] = text.split("#");
  const [version, lsn] = second === undefined ? [0, Number(first)] : [Number(first), Number(second)];
  const regions = new Map(rest.map((part) => part.split("=")).map(([region, local]) => [region ?? "", Number(local)]));
  const numbers = [version, lsn, ...regions.values()];
  return numbers.every(Number.isSafeInteger) ? { version, lsn, regions, text } : undefined;
}

function furthest(first: Progress | undefined, second: Progress): Progress {
  if (first === undefined) return second;
  const [older, newer] = first.version <= second.version ? [first, second] : [second, first];
  if (newer.regions.size === 0) return newer.version > older.version || newer.lsn >= older.lsn ? newer : older;
  // A new version of the partition may have other regions; only the newer one's count.
  const regions = new Map(
    [...newer.regions].map(([region, local]) => [region, Math.max(local, older.regions.get(region) ?? local)]),
  );
  const lsn = Math.max(older.lsn, newer.lsn);
  const text = [newer.version, lsn, ...[...regions].map(([region, local]) => `${region}=${local}`)].join("#");
  return { version: newer.version, lsn, regions, text };
}
