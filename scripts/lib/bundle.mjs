import { rm } from "node:fs/promises";
import { join } from "node:path";

const bundled = "dist/bundle";

/**
 * Puts a built package's modules together in `dist/bundle`, a file for each that can be imported by name and for what several of
 * them or only some calls need, and gives the manifest that names these. To find and link 400 small modules takes Node.js some
 * hundredths of a cold build. Other packages stay apart, so that all of them share one, but for what a module imports and
 * users do not install: that comes along, and reads syntax trees by the very TypeScript that makes ours.
 */
export async function bundle(folder, manifest) {
  const output = join(folder, bundled);
  const input = {};
  const moved = (value) => {
    if (typeof value === "object") return mapValues(value, moved);
    const module = /^\.\/dist\/(.*)\.js$/.exec(value)?.[1];
    if (module === undefined) return value;
    input[module] = join(folder, value);
    return `./${bundled}/${module}.js`;
  };
  const { exports, bin, files, dependencies, peerDependencies, devDependencies = {} } = manifest;
  const installed = { ...dependencies, ...peerDependencies };
  const changed = {
    ...manifest,
    exports: moved(exports),
    ...(bin && { bin: moved(bin) }),
    files: [bundled, "dist/**/*.d.ts", ...files.filter((file) => !file.includes("dist"))],
  };
  await rm(output, { recursive: true, force: true });
  const { rolldown } = await import("rolldown");
  const build = await rolldown({
    input,
    external: (id) => /^[^./]/.test(id) && id !== "typescript" && (id in installed || !(id in devDependencies)),
    plugins: [ourTypescript],
    platform: "node",
    tsconfig: false,
    treeshake: false,
  });
  await build.write({ dir: output, entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" });
  await build.close();
  return changed;
}

const ourTypescript = {
  name: "our-typescript",
  resolveId: (id) => (id === "typescript" ? { id: "@treadle/expressions/typescript", external: true } : null),
};

function mapValues(record, map) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
