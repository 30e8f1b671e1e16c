import { array, type ExpressionNode, type Json, literal, object } from "@treadle/expressions";
import type { Placeholder, PlaceholderKind } from "@treadle/workflow";
import { placeholdersIn, placeholderText } from "./placeholders.js";

/** Constant arguments: JSON in whose texts `${Name}` stands for what deployment puts there. */
export type Constants = { readonly [argument: string]: unknown };

/** The nodes of constant arguments, by their names. */
export function constantNodes(constants: Constants): { readonly [argument: string]: ExpressionNode } {
  return Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, toNode(value as Json)]));
}

/** The placeholders of constant arguments; what each stands for follows from the argument that it is. */
export function placeholdersOfConstants(constants: Constants): readonly Placeholder[] {
  return Object.entries(constants).flatMap(([name, value]) => placeholdersOf(name, value as Json));
}

function toNode(value: Json): ExpressionNode {
  if (typeof value === "string") return placeholderText(value);
  if (Array.isArray(value)) return array(value.map(toNode));
  if (typeof value === "object" && value !== null) return object(constantNodes(value as Constants));
  return literal(value);
}

function placeholdersOf(argument: string, value: Json): readonly Placeholder[] {
  if (typeof value === "string") return placeholdersIn(value, kindOf(argument, value));
  if (Array.isArray(value)) return value.flatMap((element) => placeholdersOf(argument, element));
  if (typeof value === "object" && value !== null) return placeholdersOfConstants(value as Constants);
  return [];
}

const kinds: { readonly [argument: string]: PlaceholderKind } = {
  Bucket: "bucket-name",
  QueueUrl: "queue-url",
  StateMachineArn: "state-machine-arn",
  TopicArn: "topic-arn",
};

function kindOf(argument: string, value: string): PlaceholderKind {
  const known = kinds[argument];
  if (known !== undefined) return known;
  if (/RoleArn$/.test(argument)) return "role-arn";
  if (/Arn$/.test(argument)) return "resource-arn";
  if (argument === "TableName") return isArnReference(value) ? "resource-arn" : "table-name";
  return kindOfReference(value);
}

/** A placeholder that may be a name or an ARN is what its own name says: `${OrdersClusterArn}`. */
export function kindOfReference(text: string): PlaceholderKind {
  return isArnReference(text) ? "resource-arn" : "name";
}

function isArnReference(text: string): boolean {
  return /^\$\{[A-Za-z0-9_]*Arn\}$/.test(text);
}
