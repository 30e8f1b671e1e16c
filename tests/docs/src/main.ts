import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { renderPages, root } from "./pages.ts";

const pages = await renderPages();
const stale = pages.filter(({ is, should }) => is !== should);
for (const { file, should } of stale) {
  writeFileSync(join(root, file), should);
  console.log(`wrote ${file}`);
}
console.log(`${pages.length} pages, ${stale.length} rewritten`);
