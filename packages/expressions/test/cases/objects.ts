// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const objects: Section = {
  title: "Objects as tables",
  rows: [
    ["Object.keys(s.record)", "[$keys($record)]"],
    ["Object.values(s.record)", "[$each($record, function($value) { $value })]"],
    ["Object.values(s.lists)", "[$each($lists, function($value) { $value })[]]"],
    ["Object.entries(s.record)", "[$each($record, function($value, $key) { [$key, $value] })[]]"],
    ["Object.entries(s.lists)", "[$each($lists, function($value, $key) { [$key, [$value]] })[]]"],
    [
      "Object.entries(s.record).map(([key, value]) => ({ key, value }))",
      '[$map([$each($record, function($value, $key) { [$key, $value] })[]], function($item) { {"key": $item[0], "value": $item[1]} })]',
    ],
    [
      "Object.entries(s.lists).map(([key, value]) => ({ key, value }))",
      '[$map([$each($lists, function($value, $key) { [$key, [$value]] })[]], function($item) { {"key": $item[0], "value": $item[1]} })]',
    ],
    ["Object.keys(s.record).length", "$count([$keys($record)])"],
    ["s.record.a ?? 0", "$exists($record.a) ? $record.a : 0"],
    ["s.record[s.order.id] ?? -1", "($value := $lookup($record, $order.id); $exists($value) ? $value : -1)"],
    [
      "Array.isArray(s.either) ? s.either.length : s.either.length + 100",
      '$type($either) = "array" ? $count($either) : ($type($either) = "array" ? $count($either) : $count($split($either, ""))) + 100',
    ],
    ["Array.isArray(s.maybe?.lines)", '$type($maybe.lines) = "array"'],
  ],
};
