// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const times: Section = {
  title: "Times",
  note: "`toMillis` and `fromMillis` are from `@treadle/workflow`.",
  rows: [
    ['toMillis("2020-01-31T10:00:00+02:00")', '$toMillis("2020-01-31T10:00:00+02:00")'],
    [
      'fromMillis(toMillis("2020-01-31T10:00:00Z") + 7 * 24 * 3600 * 1000)',
      '$fromMillis($toMillis("2020-01-31T10:00:00Z") + 604800000)',
    ],
    ["s.numbers.map((n) => fromMillis(n * 1000))", "[$map($numbers, function($n) { $fromMillis($n * 1000) })]"],
    [
      '["2020-01-31T10:00:00.5Z", "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-29T23:59:59.12-11:30"].map((t) => toMillis(t))',
      '[$map(["2020-01-31T10:00:00.5Z", "1969-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-29T23:59:59.12-11:30"], function($t) { $toMillis($t) })]',
    ],
    [
      "[-62135596800000, 253402300799999, -1, 0.5].map((t) => fromMillis(t))",
      "[$map([-62135596800000, 253402300799999, -1, 0.5], function($t) { $fromMillis($t) })]",
    ],
  ],
};
