import { expect, it } from "vitest";
import { renderGuide } from "./render-guide.js";

it("has the guide made of the cases; vitest's -u writes it anew", async () => {
  await expect(renderGuide()).toMatchFileSnapshot("../../../../docs/guide/expressions.md");
});
