import { cassandraDiagnostics as report } from "../../diagnostics.js";
import { modificationRule } from "./rule.js";

/** 20 years, the longest that the server keeps. */
const longestTtlSeconds = 630_720_000;

/** A written TTL is 0 seconds to 20 years. */
export const usingClause = modificationRule(({ statement }, { add }) => {
  const { ttl } = statement.using;
  if (ttl?.kind !== "literal") return;
  const seconds = Number(ttl.value);
  if (seconds >= 0 && seconds <= longestTtlSeconds) return;
  const what = `A TTL is 0 to ${longestTtlSeconds} seconds (20 years), not ${ttl.value}.`;
  add(report["invalid-using"]({ what }), ttl.span, "execute");
});
