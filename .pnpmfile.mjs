export const hooks = {
  /** What is packed and published is bundled; in this repository packages run as they were built, module by module. */
  async beforePacking(manifest, folder) {
    const { bundle } = await import("./scripts/lib/bundle.mjs");
    return bundle(folder, manifest);
  },
};
