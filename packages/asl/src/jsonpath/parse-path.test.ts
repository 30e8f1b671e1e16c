import { describe, expect, it } from "vitest";
import { parsePath } from "./parse-path.js";

describe("parsePath", () => {
  it.each([
    "$",
    "$.a.b",
    "$.a[0]",
    "$.a[-1]",
    "$['a b']['c']",
    '$["a"]',
    "$.a['it\\'s']",
    "$.größe",
    "$.a-b",
    "$.[0]",
    "$.a.[0].b",
    "$.a.['b c']",
    "$.a['b\\\"c']",
  ])("reads %s as a reference path", (path) => {
    expect(parsePath(path)).toEqual({ root: "document", isReference: true });
  });

  it.each([
    "$.*",
    "$..a",
    "$.a[*]",
    "$.a[0,1]",
    "$.a[1:]",
    "$.a[:2]",
    "$.a[0:4:2]",
    "$['a','b']",
    "$.[*].['bucket','key']",
    "$.a[?(@.b > 1)]",
    "$.a[?(@.b == $.c && @.d in ['x)', ']'])]",
    "$.a.length()",
    "$.concat($.a, 'b')",
    "$..[0]",
    "$.[?(@.OU > 0)]",
    "$.a.[?(@.b < 5)].c",
  ])("reads %s as a path to many nodes", (path) => {
    expect(parsePath(path)).toEqual({ root: "document", isReference: false });
  });

  it("tells the context object and variables from the document", () => {
    expect(parsePath("$$.Execution.Id")).toEqual({ root: "context", isReference: true });
    expect(parsePath("$order.lines[0]")).toEqual({ root: "variable", variable: "order", isReference: true });
  });

  it("allows white space at the end, as the service does", () => {
    expect(parsePath("$$.Execution.Name ")).toEqual({ root: "context", isReference: true });
  });

  it.each([
    "",
    "a",
    ".a",
    "$.",
    "$..",
    "$.a.",
    "$.a[",
    "$.a[]",
    "$.a[b]",
    "$.a['b]",
    "$.a[?(@.b]",
    "()",
    "$...",
    "$.a b",
    "$.a)",
  ])("refuses %j", (path) => {
    expect(parsePath(path)).toBeUndefined();
  });
});
