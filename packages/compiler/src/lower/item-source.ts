import { type ExpressionNode, type Json, literal, object, placeholder } from "@treadle/expressions";
import type { ItemReaderDefinition, PlaceholderKind } from "@treadle/workflow";
import type { ConstantOrLambda, DistributedMapNode, DistributedMapNodeOptions } from "@treadle/workflow/nodes";
import type { Readable } from "./edge.js";
import { lowerField, lowerTextField } from "./lower-field.js";
import { membersOf } from "./merge-fields.js";
import type { Place } from "./place.js";

/** A distributed Map's ItemReader: what its reader says, but for what the step computes. */
export function lowerReader(
  reader: ItemReaderDefinition,
  node: DistributedMapNode,
  place: Place,
  entry: Readable,
): ExpressionNode {
  const { from = {} } = node.options;
  const text = (option: ConstantOrLambda<string> | undefined, kind: PlaceholderKind = "text") =>
    lowerTextField(option, kind, node, place, entry);
  const maxItems = lowerField(from.maxItems, node, place, entry);
  return objectOf({
    Resource: placeholder(reader.resource),
    ReaderConfig: configOf({ ...literalFields(reader.config), ...(maxItems && { MaxItems: maxItems }) }),
    Arguments: replaceMembers(reader.arguments, {
      Bucket: text(from.bucket, "bucket-name"),
      Key: text(from.key),
      Prefix: text(from.prefix),
      VersionId: text(from.versionId),
    }),
  });
}

/** A distributed Map's ResultWriter: where results are written, or how those look that stay in the execution. */
export function lowerResultWriter({ writer, flatten }: DistributedMapNodeOptions): ExpressionNode | undefined {
  if (writer) {
    return objectOf({
      Resource: placeholder(writer.resource),
      WriterConfig: configOf(literalFields(writer.config)),
      Arguments: writer.arguments,
    });
  }
  return flatten ? object({ WriterConfig: literal({ Transformation: "FLATTEN", OutputType: "JSON" }) }) : undefined;
}

function literalFields(config: { readonly [field: string]: Json }): Record<string, ExpressionNode | undefined> {
  return Object.fromEntries(Object.entries(config).map(([name, value]) => [name, literal(value)]));
}

function configOf(fields: { readonly [field: string]: ExpressionNode | undefined }): ExpressionNode | undefined {
  return Object.values(fields).every((value) => value === undefined) ? undefined : objectOf(fields);
}

/** An object of the fields that are given. */
export function objectOf(fields: { readonly [field: string]: ExpressionNode | undefined }): ExpressionNode {
  return object(
    Object.fromEntries(
      Object.entries(fields).filter((each): each is [string, ExpressionNode] => each[1] !== undefined),
    ),
  );
}

/** An object with some of its members replaced, or added behind the others. */
function replaceMembers(
  node: ExpressionNode,
  replaced: { readonly [name: string]: ExpressionNode | undefined },
): ExpressionNode {
  return objectOf({
    ...membersOf(node),
    ...Object.fromEntries(Object.entries(replaced).filter(([, value]) => value !== undefined)),
  });
}
