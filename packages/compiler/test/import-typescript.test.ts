import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importTypeScript } from "@treadle/compiler/files";
import { describe, expect, it, onTestFinished } from "vitest";

function write(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "treadle-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "helper.ts"), "export const seven: number = 7;");
  const file = join(folder, "some.config.ts");
  writeFileSync(file, text);
  return file;
}

describe("importTypeScript", () => {
  it.each([
    ["no types", "export default { seven: 7 };"],
    ["types", "const seven: number = 7;\nexport default { seven } satisfies object;"],
    ["what JavaScript reads otherwise", "const id = (x: unknown) => x;\nexport default { seven: id<unknown>(7) };"],
    [
      "only what JavaScript reads otherwise",
      "function id(x) { return x; }\nconst string = 1;\nexport default { seven: id<string>(7) };",
    ],
    ["an import of TypeScript", 'import { seven } from "./helper.js";\nexport default { seven };'],
    ["a later import of TypeScript", 'export default { seven: (await import("./helper.js")).seven };'],
  ])("imports a module with %s", async (_, text) => {
    expect((await importTypeScript(write(text))).default).toEqual({ seven: 7 });
  });

  it("runs a module without types once, and says what is wrong with one that is broken", async () => {
    const counted =
      "globalThis.runsOfConfig = (globalThis.runsOfConfig ?? 0) + 1;\nexport default globalThis.runsOfConfig;";
    expect((await importTypeScript(write(counted))).default).toBe(1);
    await expect(importTypeScript(write("throw new RangeError('too far');"))).rejects.toThrow("too far");
    await expect(importTypeScript(write("export default {"))).rejects.toThrow(SyntaxError);
    await expect(importTypeScript(write('import "./nowhere.js";'))).rejects.toThrow("nowhere.js");
  });
});
