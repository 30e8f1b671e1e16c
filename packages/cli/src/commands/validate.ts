import { readFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { type AslDiagnostic, type MachineType, toDiagnostic, validateDefinitionText } from "@treadle/asl";
import { formatSarif, hasErrors } from "@treadle/diagnostics";
import { cliDiagnostics } from "../diagnostics.js";
import type { Terminal } from "../terminal/terminal.js";
import { UsageError } from "../usage-error.js";
import type { validateFormats } from "./validate-formats.js";

export interface ValidateOptions {
  /** Files with one definition each; `-` is standard input. */
  readonly files: readonly string[];
  readonly express?: boolean;
  /** Default `text`. */
  readonly format?: (typeof validateFormats)[number];
}

interface ValidatedFile {
  readonly file: string;
  readonly findings: readonly AslDiagnostic[];
}

/** `treadle validate FILE.asl.json …`: what Step Functions would refuse in any definition, outside of any project. */
export function validate(
  terminal: Pick<Terminal, "diagnostics" | "print">,
  { files, express, format = "text" }: ValidateOptions,
): number {
  const type: MachineType = express ? "EXPRESS" : "STANDARD";
  const validated = files.map((file): ValidatedFile => {
    const findings = validateDefinitionText(readText(file), { type });
    return { file: displayName(file), findings: findings.filter(({ isConsequence }) => !isConsequence) };
  });
  const diagnostics = validated.flatMap(({ file, findings }) => findings.map((finding) => toDiagnostic(finding, file)));
  if (format === "json") terminal.print(JSON.stringify({ files: validated.map(toJson) }, null, 2));
  else if (format === "sarif") terminal.print(formatSarif(diagnostics).trimEnd());
  else {
    terminal.diagnostics(diagnostics);
    for (const { file, findings } of validated) if (!hasErrors(findings)) terminal.print(`${file}: no errors.`);
  }
  return hasErrors(diagnostics) ? 1 : 0;
}

function toJson({ file, findings }: ValidatedFile): object {
  return {
    file,
    valid: !hasErrors(findings),
    diagnostics: findings.map(({ name, severity, message, code, location, pointer, place, help }) => ({
      code: `asl/${name}`,
      severity,
      message,
      ...(code && { awsCode: code }),
      ...(location && { awsLocation: location }),
      pointer,
      ...place,
      ...(help && { help }),
    })),
  };
}

/** Relative to the working folder, with forward slashes, as diagnostics name files. */
function displayName(file: string): string {
  return file === "-" ? "<stdin>" : relative(process.cwd(), resolve(file)).split(sep).join("/");
}

function readText(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(cliDiagnostics["file-not-readable"]({ file, error: reason }));
  }
}
