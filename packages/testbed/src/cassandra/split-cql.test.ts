import { expect, test } from "vitest";
import { splitCql } from "./split-cql.js";

test("splits at semicolons and drops empty statements", () => {
  expect(splitCql("USE a;\n\n;USE b ; ")).toEqual(["USE a", "USE b"]);
});

test("keeps semicolons inside text, quoted names and function bodies", () => {
  const statements = ["SELECT 'it''s; fine'", 'SELECT "a;b"', "CREATE FUNCTION f() AS $$ return 1; $$"];
  expect(splitCql(`${statements.join(";\n")};`)).toEqual(statements);
});

test("drops comments, also those that hold semicolons or quotes", () => {
  expect(splitCql("-- a; don't\nUSE a; // b;\n/* c; ' */ USE b;")).toEqual(["USE a", "USE b"]);
});

test("keeps a batch whole", () => {
  const batch = "BEGIN BATCH INSERT INTO t (a) VALUES (1); INSERT INTO t (a) VALUES (2); APPLY BATCH";
  expect(splitCql(`${batch}; USE a`)).toEqual([batch, "USE a"]);
});
