import type { Suite } from "./suite.js";
import type { SuiteName } from "./suites/index.js";

type SuiteModule = { readonly suite: Suite };

/** Loads one suite, so that a suite whose package does not build leaves the others running. */
export async function loadSuite(name: SuiteName): Promise<Suite> {
  const module = (await import(`./suites/${name}.js`)) as SuiteModule;
  return module.suite;
}
