import { cosmosDiagnostics } from "../../diagnostics.js";
import type { QueryRule } from "../rule.js";

/** Numbers of the service are IEEE doubles: a longer integer is silently another one. */
export const exactNumbers: QueryRule = ({ write, at, report }) => ({
  expression(node) {
    if (node.kind !== "literal" || typeof node.value !== "number" || Number.isSafeInteger(node.value)) return;
    const written = write(node).replaceAll(" ", "");
    if (!/^-?\d+$/.test(written) || BigInt(written) === BigInt(node.value)) return;
    report(
      cosmosDiagnostics["inexact-number"]({ written, read: BigInt(node.value).toString(), at: at(node.start) }),
      node,
    );
  },
});
