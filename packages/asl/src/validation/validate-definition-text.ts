import { placeInText, toPlace } from "../source/place-in-text.js";
import { type JsonText, readJsonText } from "../source/read-json-text.js";
import { TextLines } from "../source/text-lines.js";
import type { AslDiagnostic } from "./asl-diagnostic.js";
import { validateDefinition } from "./validate-definition.js";
import { ValidationContext, type ValidationOptions } from "./validation-context.js";

/**
 * As {@link validateDefinition}, of a definition's text, which may turn out not to be JSON. Each finding has its place in
 * the text, and members that are written twice are found too.
 */
export function validateDefinitionText(text: string, options: ValidationOptions = {}): AslDiagnostic[] {
  const source = readJsonText(text);
  const lines = new TextLines(text);
  if (!source.root) return [reportNoJson(source, lines, options)];
  const { root } = source;
  const found = validateDefinition(JSON.parse(text), options);
  return [
    ...reportDuplicates(source, lines, options),
    ...found.map((finding) => ({ ...finding, place: placeInText(finding, root, text, lines) })),
  ];
}

function reportNoJson({ fault }: JsonText, lines: TextLines, options: ValidationOptions): AslDiagnostic {
  const context = new ValidationContext({}, options);
  const { offset, message } = fault!;
  const place = toPlace({ start: offset, end: offset + 1 }, lines);
  context.report("invalid-json", {
    code: "INVALID_JSON_DESCRIPTION",
    message: `${message} at line ${place.line}, column ${place.column}`,
    path: [],
    awsPath: null,
    help: "JSON has no comments and no trailing commas; names and texts stand in double quotes.",
  });
  return { ...context.diagnostics[0]!, place };
}

function reportDuplicates({ duplicates }: JsonText, lines: TextLines, options: ValidationOptions): AslDiagnostic[] {
  const context = new ValidationContext({}, options);
  for (const { path, first } of duplicates) {
    context.report("duplicate-key", {
      message: `'${path.at(-1)}' is written twice; only the later one counts.`,
      path,
      help: `The other one is at line ${lines.positionAt(first.start).line}.`,
    });
  }
  return context.diagnostics.map((finding, index) => ({
    ...finding,
    place: toPlace(duplicates[index]!.second, lines),
  }));
}
