import type { Diagnostic } from "@treadle/diagnostics";
import jsonata from "jsonata";
import ts from "#typescript";
import { fixed } from "../src/helpers/fixed.js";
import { fromMillis } from "../src/helpers/from-millis.js";
import { param } from "../src/helpers/param.js";
import { text } from "../src/helpers/text.js";
import { toMillis } from "../src/helpers/to-millis.js";
import {
  type ExpressionNode,
  foldConstants,
  type Json,
  literal,
  printJsonata,
  printTemplate,
  property,
  substituteExpression,
  variable,
} from "../src/index.js";
import { type LoweredExpression, lowerLambda } from "../src/lambda/index.js";
import { MemoryProgram } from "./memory-program.js";

export interface LambdaOptions {
  /** Declarations before the lambdas: constants, types, imports. */
  readonly prelude?: string;
  /** Further modules, by name: `table` is imported from "./table.js". */
  readonly modules?: { readonly [name: string]: string };
  readonly noUncheckedIndexedAccess?: boolean;
}

/** A lambda compiled both ways. */
export interface CompiledLambda {
  readonly source: string;
  readonly node: ts.ArrowFunction;
  /** Of the program that the lambda belongs to. */
  readonly checker: ts.TypeChecker;
  readonly lowered: LoweredExpression | undefined;
  /** The tree with variables and literals in place of scope and captures, folded. */
  readonly body: ExpressionNode | undefined;
  readonly jsonata: string | undefined;
  /** Printed before folding: it must mean the same. */
  readonly unfolded: string | undefined;
  /** Printed with `$states.input.name` for each member of the scope. */
  readonly fromInput: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** What the TypeScript compiler itself has against the snippet. */
  readonly typeErrors: readonly string[];
  readonly runInNode: (scope: object) => unknown;
}

const program = new MemoryProgram({
  strict: true,
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.esnext.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
});
declareHelpers();

function declareHelpers(): void {
  const folder = "/node_modules/@treadle/expressions";
  program.write(
    `${folder}/package.json`,
    JSON.stringify({ name: "@treadle/expressions", type: "module", exports: { ".": { types: "./dist/index.d.ts" } } }),
  );
  const helpers = {
    text: ["text", "text(value: number): string"],
    fixed: ["fixed", "fixed(value: number, digits: number): string"],
    toMillis: ["to-millis", "toMillis(iso: string): number"],
    fromMillis: ["from-millis", "fromMillis(millis: number): string"],
    param: ["param", "param(name: string, kind?: string): string"],
  };
  const exports = Object.entries(helpers).map(([name, [file]]) => `export { ${name} } from "./helpers/${file}.js";\n`);
  program.write(`${folder}/dist/index.d.ts`, exports.join(""));
  for (const [file, signature] of Object.values(helpers)) {
    program.write(`${folder}/dist/helpers/${file}.d.ts`, `export declare function ${signature};\n`);
  }
}

/** Compiles lambdas that stand in one module; each is an expression such as `(s: S) => s.a`. */
export function compileLambdas(sources: readonly string[], options: LambdaOptions = {}): readonly CompiledLambda[] {
  const unchecked = options.noUncheckedIndexedAccess ?? false;
  const heads = `${options.prelude ?? ""}\n`;
  const text = `${heads}${sources.map((source, index) => `export const lambda${index} = ${source};\n`).join("")}`;
  const modules = options.modules ?? {};
  program.write("/module.ts", text);
  for (const [name, module] of Object.entries(modules)) program.write(`/${name}.ts`, module);
  const compiled = program.compile("/module.ts", { noUncheckedIndexedAccess: unchecked });
  const file = compiled.getSourceFile("/module.ts")!;
  const checker = compiled.getTypeChecker();
  const errors = compiled.getSemanticDiagnostics(file);
  const exported = runModule(text, modules);
  const statements = file.statements.slice(-sources.length);
  return sources.map((source, index) => {
    const statement = statements[index] as ts.VariableStatement;
    const initializer = statement.declarationList.declarations[0]!.initializer as ts.ArrowFunction;
    const start = initializer.getStart();
    const diagnostics: Diagnostic[] = [];
    const lowered = lowerLambda(initializer, {
      checker,
      noUncheckedIndexedAccess: unchecked,
      report: (diagnostic) => diagnostics.push(diagnostic),
      locate: (node) => locate(source, node.getStart() - start, node.getWidth()),
    });
    const substituted = lowered && substitute(lowered.body, exported.evaluate, variable);
    const fromInput =
      lowered &&
      substitute(lowered.body, exported.evaluate, (name) => property(property(variable("states"), "input"), name));
    const body = substituted && foldConstants(substituted);
    return {
      source,
      node: initializer,
      checker,
      lowered,
      body,
      jsonata: body && printJsonata(body),
      unfolded: substituted && printJsonata(substituted),
      fromInput: fromInput && printJsonata(foldConstants(fromInput)),
      diagnostics,
      typeErrors: errors
        .filter((error) => error.start !== undefined && statement.pos <= error.start && error.start < statement.end)
        .map((error) => ts.flattenDiagnosticMessageText(error.messageText, "\n")),
      runInNode: (scope) => (exported.lambdas[`lambda${index}`] as (scope: object) => unknown)(scope),
    };
  });
}

export function compileLambda(source: string, options: LambdaOptions = {}): CompiledLambda {
  return compileLambdas([source], options)[0]!;
}

function locate(source: string, offset: number, length: number): Diagnostic["location"] & object {
  const before = source.slice(0, offset).split("\n");
  return { file: "lambda.ts", line: before.length, column: before.at(-1)!.length + 1, length };
}

function substitute(
  body: ExpressionNode,
  evaluate: (text: string) => Json,
  member: (name: string) => ExpressionNode,
): ExpressionNode {
  return substituteExpression(body, (node) =>
    node.kind === "scope" ? member(node.name) : literal(evaluate(node.name)),
  );
}

function runModule(
  source: string,
  modules: { readonly [name: string]: string },
): {
  readonly lambdas: { readonly [name: string]: unknown };
  readonly evaluate: (text: string) => Json;
} {
  const loaded = new Map<string, object>();
  const require = (specifier: string): object => {
    if (specifier === "@treadle/expressions") return { text, fixed, toMillis, fromMillis, param };
    const name = specifier.replace(/^\.\/(.*)\.js$/, "$1");
    const known = loaded.get(name);
    if (known) return known;
    if (!Object.hasOwn(modules, name)) throw new Error(`no module "${specifier}" in this test`);
    const exported = {};
    loaded.set(name, exported);
    run(modules[name]!, exported);
    return exported;
  };
  // Imports become members of a module object, so captured text is evaluated with them in reach.
  const run = (text: string, exported: object): unknown => {
    const { outputText } = ts.transpileModule(text, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
    });
    return new Function("exports", "require", `${outputText}\nreturn (text) => eval(text);`)(exported, require);
  };
  const lambdas: { [name: string]: unknown } = {};
  return { lambdas, evaluate: run(source, lambdas) as (text: string) => Json };
}

/** What either engine made of an input: JSON, or the reason why there is none. */
export type Outcome = { readonly json: Json } | { readonly failure: string };

export function outcomeInNode(lambda: CompiledLambda, scope: object): Outcome {
  try {
    const value = lambda.runInNode(structuredClone(scope));
    return value === undefined ? { failure: "undefined" } : { json: toJson(value) };
  } catch (error) {
    return { failure: String(error) };
  }
}

/** Evaluates as Step Functions does: the scope in variables, no input document, undefined a failure. */
export async function outcomeInJsonata(expression: string, scope: object, input?: object): Promise<Outcome> {
  const outcome = await prepareJsonata(expression)(structuredClone(scope), input);
  return "json" in outcome ? { json: toJson(outcome.json) } : outcome;
}

/** The same for many scopes, parsed once; the value is as the engine gives it, with the marks that it leaves on arrays. */
export function prepareJsonata(expression: string): (scope: object, input?: object) => Promise<Outcome> {
  const compiled = jsonata(expression);
  compiled.registerFunction("parse", (text: string) => JSON.parse(text) as unknown);
  return async (scope, input) => {
    try {
      const value: unknown = await compiled.evaluate(input, scope as Record<string, unknown>);
      if (value === undefined) return { failure: "undefined" };
      if (typeof value === "function") return { failure: "function" };
      return { json: value as Json };
    } catch (error) {
      return { failure: JSON.stringify(error) };
    }
  };
}

/** Evaluates a field's JSON, in which strings from `{%` to `%}` are expressions. */
export async function outcomeOfTemplate(template: Json, scope: object): Promise<Outcome> {
  if (typeof template === "string" && template.startsWith("{%") && template.endsWith("%}")) {
    return outcomeInJsonata(template.slice(2, -2), scope);
  }
  if (template === null || typeof template !== "object") return { json: template };
  const members: [string, Json][] = [];
  for (const [key, member] of Object.entries(template)) {
    const outcome = await outcomeOfTemplate(member as Json, scope);
    if ("failure" in outcome) return outcome;
    members.push([key, outcome.json]);
  }
  return { json: Array.isArray(template) ? members.map(([, member]) => member) : Object.fromEntries(members) };
}

function toJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json;
}

const poison = Object.fromEntries(
  ["id", "n", "ok", "opt", "note", "label", "sub", "sku", "qty", "price", "tags", "box", "order"].map((name) => [
    name,
    "poison",
  ]),
);

/** All ways to run a compiled lambda on one input. */
export async function allOutcomes(lambda: CompiledLambda, scope: object): Promise<{ readonly [way: string]: Outcome }> {
  return {
    node: outcomeInNode(lambda, scope),
    jsonata: await outcomeInJsonata(lambda.jsonata!, scope),
    unfolded: await outcomeInJsonata(lambda.unfolded!, scope),
    fromInput: await outcomeInJsonata(lambda.fromInput!, { states: { input: scope } }),
    // A bare name at the top level would read from the input document.
    context: await outcomeInJsonata(lambda.jsonata!, scope, poison),
    template: await outcomeOfTemplate(printTemplate(lambda.body!), scope),
  };
}
