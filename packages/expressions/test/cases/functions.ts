// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources of lambdas hold templates.
import type { Section } from "./section.js";

export const functions: Section = {
  title: "Functions of the project and local functions",
  note: "A function whose TypeScript is in the project becomes a JSONata function; given by its name to map, filter and the like it is written out. Step Functions evaluates 100 levels deep, so recursion deeper than about 30 calls fails there. Constants of another module that the function uses are read from their source: literals, enums, arithmetic, texts put together, objects and arrays of these with spread, `Object.freeze`, and what refers to such constants, imported ones too, as long as their module writes nothing into them. One that takes running code, such as `Number(process.env.RATE)`, is taken by value where the module of the lambda imports it under the same name.",
  rows: [
    ["double(s.order.total)", "($double := function($n) { $n * 2 }; $double($order.total))"],
    ["s.order.lines.filter(isLarge)", "[$order.lines[qty > 2]]"],
    [
      "s.order.lines.filter((l) => isLarge(l)).map((l) => label(l))",
      '($isLarge := function($l2) { $l2.qty > 2 }; $label := function($l4, $prefix) { ($exists($prefix) ? $prefix : "#") & $l4.sku }; [$map([$filter($order.lines, function($l) { $isLarge($l) })], function($l3) { $label($l3, "#") })])',
    ],
    [
      "s.order.lines.map(label as (l: Line) => string)",
      '[$map($order.lines, function($l, $prefix) { ($exists($prefix) ? $prefix : "#") & $l.sku })]',
    ],
    [
      "({ t: total(s.order.lines), n: s.names.length, u: double(1) })",
      '{"t": ($double := function($n) { $n * 2 }; $total := function($lines) { $reduce($lines, function($sum2, $l) { $sum2 + $double($l.qty) }, 0) }; $total($order.lines)), "n": $count($names), "u": ($double := function($n) { $n * 2 }; $double(1))}',
    ],
    ["fact(4)", "($fact := function($n) { $n <= 1 ? 1 : $n * $fact($n - 1) }; $fact(4))"],
    [
      'firstNote(s.order.lines) ?? "none"',
      '($firstNote := function($lines) { $lines[0].note }; $value := $firstNote($order.lines); $exists($value) ? $value : "none")',
    ],
    [
      "isEven(s.names.length)",
      "($isOdd := function($n2) { $n2 = 0 ? false : $isEven($n2 - 1) }; $isEven := function($n) { $n = 0 ? true : $isOdd($n - 1) }; $isEven($count($names)))",
    ],
    [
      "{ const add = (a: number, b: number) => a + b; return add(s.order.total, 1); }",
      "($add := function($a, $b) { $a + $b }; $add($order.total, 1))",
    ],
    [
      "{ function go(n: number): number { return n > 0 ? n + go(n - 1) : 0; } return go(s.names.length); }",
      "($go := function($n) { $n > 0 ? $n + $go($n - 1) : 0 }; $go($count($names)))",
    ],
    [
      "{ const k = s.input.limit; const plus = (n: number) => n + k; return s.numbers.map(plus); }",
      "[$map($numbers, function($n2) { $n2 + $input.limit })]",
    ],
  ],
};
