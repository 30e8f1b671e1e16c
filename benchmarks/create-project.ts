import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes a folder a project of Treadle's without workflows and data, and gives what writes files in it. */
export function createProject(folder: string): (file: string, text: string) => void {
  rmSync(folder, { recursive: true, force: true });
  for (const name of ["workflows", "data"]) mkdirSync(join(folder, name), { recursive: true });
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  write(
    "treadle.config.ts",
    'import { defineConfig } from "@treadle/cli";\n\nexport default defineConfig({ workflows: ["workflows/*.ts"], sources: ["data/*.ts"], artifacts: "artifacts" });\n',
  );
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2023",
    module: "nodenext",
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    types: [],
  };
  write("tsconfig.json", JSON.stringify({ compilerOptions, include: ["workflows", "data"] }));
  write("data/shop.gen.ts", "export interface ShopQueries {}\n");
  return write;
}
