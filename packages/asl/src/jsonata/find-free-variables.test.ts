import { expect, it } from "vitest";
import { findFreeVariables, findUncalledFunctions } from "./find-free-variables.js";

const read = (source: string, find = findFreeVariables) =>
  find(source).map(({ name, start, end }) => {
    expect(source.slice(start, end)).toBe(`$${name}`);
    return `${name}@${start}`;
  });

it.each([
  ["$order.total + $order.tax", ["order@0", "order@15"]],
  ['"$order" & $order /* $other */', ["order@11"]],
  ["$map($lines, function($line) { $line.qty * $rate })", ["lines@5", "rate@43"]],
  ["($total := 1; $total + $tax)", ["tax@23"]],
  ["$lines[qty > $least].{ 'sku': sku, 'by': $by }", ["lines@0", "least@13", "by@41"]],
  ["$states.input.id & $id", ["id@19"]],
  ["$count($sum)", []],
  ["$ +", []],
])("finds the variables that %s reads from around it", (source, expected) => {
  expect(read(source)).toEqual(expected);
});

it.each([
  ["$count($sum)", ["sum@7"]],
  ["'order ' & $count.id", ["count@11"]],
  ["$map($lines, $string) & $string(1)", ["string@13"]],
  ["$states.input.id & $id", []],
  ["($count := 1; $count + $length)", ["length@23"]],
  ["$map($lines, function($sum) { $sum + 1 })", []],
])("finds the functions that %s does not call", (source, expected) => {
  expect(read(source, findUncalledFunctions)).toEqual(expected);
});
