import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const here = import.meta.dirname;
const guide = readFileSync(`${here}/../../../../docs/guide/errors.md`, "utf8");

/** Every name that the sources throw: written out, or as the argument of `errorClass`. */
function thrownNames(): readonly string[] {
  const sources = readdirSync(here).filter((file) => file.endsWith(".ts") && !file.includes(".test."));
  const names = sources.flatMap((file) => {
    const text = readFileSync(`${here}/${file}`, "utf8");
    const written = text.matchAll(/"(Cassandra\.[A-Za-z]+)"/g);
    const classes = text.matchAll(/errorClass\(\s*"([A-Za-z]+)"/g);
    return [...Array.from(written, (match) => match[1]!), ...Array.from(classes, (match) => `Cassandra.${match[1]!}`)];
  });
  return [...new Set(names)].sort();
}

describe("the guide to errors", () => {
  it.each(thrownNames())("tells what to do about %s", (name) => {
    expect(guide).toContain(`\`${name}\``);
  });

  it("lists no error of this database that is not thrown", () => {
    const listed = new Set(Array.from(guide.matchAll(/`(Cassandra\.[A-Za-z]+)`/g), (match) => match[1]!));
    expect([...listed].sort()).toEqual(thrownNames());
  });
});
