import { expect, it } from "vitest";
import { findFreeVariables } from "./find-free-variables.js";

const read = (source: string) =>
  findFreeVariables(source).map(({ name, start, end }) => {
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
