import { describe, expect, it } from "vitest";
import { compileModule } from "./compile-fixture.js";

/** Code and place of each finding about the definition, in the module's own lines. */
async function findings(text: string): Promise<string[]> {
  const { diagnostics } =
    await compileModule(`const load = lambda.invoke<{ id: string }, { total: number }>("\${LoadArn}");
const large = "x".repeat(300_000);
${text}`);
  return diagnostics.map(({ code, location }) => `${code} ${location!.line - 4}:${location!.column}`).sort();
}

describe("a finding about the emitted definition", () => {
  it("points at the lambda that became the expression", async () => {
    expect(
      await findings(`export const w = workflow<{ id: string }>("W")
  .task("load", load, (s) => ({ id: large }))
  .return((s) => ({ total: s.load.total, large }));`),
    ).toEqual(["asl/payload-too-large 2:23", "asl/payload-too-large 3:11"]);
  });

  it("points at the lambda of a step inside a branch", async () => {
    expect(
      await findings(`export const w = workflow<{ id: string }>("W")
  .parallel("both", {
    a: (b) => b.task("load", load, (s) => ({ id: large })).return((s) => s.load.total),
    c: (b) => b.return((s) => s.input.id),
  })
  .return((s) => s.both);`),
    ).toEqual(["asl/payload-too-large 3:36"]);
  });

  it("points at the call where no lambda is at fault", async () => {
    expect(
      await findings(`export const w = workflow<{ id: string }>("W", { type: "EXPRESS" })
  .wait("pause", { seconds: 900 })
  .return((s) => s.input.id);`),
    ).toEqual(["asl/express-too-long 2:4"]);
  });
});
