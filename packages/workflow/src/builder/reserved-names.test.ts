import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import type { ReservedName } from "./flow.js";

const reserved: { readonly [K in ReservedName]: true } = {
  input: true,
  item: true,
  index: true,
  it: true,
  token: true,
  batch: true,
  error: true,
  execution: true,
  state: true,
  machine: true,
  now: true,
  uuid: true,
  random: true,
  hash: true,
};

it("lists in the guide every name that a step cannot have", () => {
  const page = readFileSync(new URL("../../../../docs/guide/builder.md", import.meta.url), "utf8");
  const [, list = ""] = /a name of the scope itself, wherever it stands:\s+([^.]*)\./.exec(page) ?? [];
  expect(list.split(/,\s+/)).toEqual(Object.keys(reserved).map((name) => `\`${name}\``));
});
