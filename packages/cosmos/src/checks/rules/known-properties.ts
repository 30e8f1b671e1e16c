import { cosmosDiagnostics } from "../../diagnostics.js";
import { dependsOnItem, type QueryRule } from "../rule.js";
import { mayHaveProperty, propertyNames, withoutUndefined } from "../shape.js";

/** Every property exists on the item type: to the service a misspelt one is silently absent. */
export const knownProperties: QueryRule = ({ inference, write, at, report }) => ({
  expression(node) {
    if (node.kind !== "property" || !dependsOnItem(node.object)) return;
    const shape = withoutUndefined(inference.shapeOf(node.object));
    // Of an absent value nothing can be said; why it is absent is reported where it stands.
    if (shape.kind === "never" || mayHaveProperty(shape, node.name)) return;
    const known = [...new Set(propertyNames(shape))].filter((name) => !name.startsWith("_"));
    report(
      cosmosDiagnostics["unknown-property"]({
        object: write(node.object),
        property: node.name,
        known,
        at: at(node.nameSpan.start),
      }),
      node.nameSpan,
    );
  },
});
