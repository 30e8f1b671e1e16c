import { describe, expect, it } from "vitest";
import { describeCases, doneProcessor, jsonataState, jsonataTask, pathState } from "../../../test/validation-cases.js";
import { validateDefinition } from "../validate-definition.js";

const output = (expression: string) => jsonataState({ Type: "Pass", Output: `{% ${expression} %}` });
const outputIs = (
  title: string,
  name: "jsonata-syntax" | "jsonata-top-level-reference" | "jsonata-states-field",
  refused: string,
  accepted: string,
) => ({
  title,
  refused: output(refused),
  findings: [`${name} at /States/X/Output`] as const,
  accepted: output(accepted),
});

describe("delimiters", () => {
  describeCases([
    {
      title: "reports an expression that is not closed",
      refused: jsonataState({ Type: "Pass", Output: "{% 10 %" }),
      findings: ["jsonata-delimiters at /States/X/Output"],
      accepted: jsonataState({ Type: "Pass", Output: "{%10%}" }),
    },
    {
      title: "reports a space after the closing delimiter, deep in a payload",
      refused: jsonataTask({ Arguments: { FunctionName: "f", Payload: { list: ["{% 1 %} "] } } }),
      findings: ["jsonata-delimiters at /States/X/Arguments/Payload/list[0]"],
      accepted: jsonataTask({ Arguments: { FunctionName: "f", Payload: { list: [" {% 1 %} "] } } }),
    },
    {
      title: "reports text where only an expression may be text",
      refused: jsonataTask({ Arguments: "$states.input" }),
      findings: ["jsonata-delimiters at /States/X/Arguments"],
      accepted: jsonataTask({ Arguments: "{%\n$states.input\n%}" }),
    },
    {
      title: "reports a Condition that is plain text",
      refused: jsonataState({ Type: "Choice", Choices: [{ Condition: "true", Next: "X" }] }),
      findings: ["missing-end-state at /States", "jsonata-delimiters at /States/X/Choices[0]/Condition"],
      accepted: {
        QueryLanguage: "JSONata",
        StartAt: "X",
        States: { X: { Type: "Choice", Choices: [{ Condition: "{% true %}", Next: "Y" }] }, Y: { Type: "Succeed" } },
      },
    },
    {
      title: "leaves text of JSONPath states and of fields that are not evaluated alone",
      refused: jsonataState({ Type: "Pass", Comment: "{% 1", Output: "{% 1" }),
      findings: ["jsonata-delimiters at /States/X/Output"],
      accepted: pathState({ Type: "Pass", Comment: "{% 1", Result: "{% 1" }),
    },
  ]);
});

describe("syntax", () => {
  describeCases([
    outputIs("reports an operator without operand", "jsonata-syntax", "1 +", "1 + 1"),
    outputIs("reports a bracket that is not closed", "jsonata-syntax", "[1, 2", "[1, 2]"),
    outputIs(
      "reports operators of later versions of the language",
      "jsonata-syntax",
      "$a ?? 1",
      "$exists($states.input.a) ? 1 : 2",
    ),
    outputIs("reports text without end", "jsonata-syntax", '"open', '"closed"'),
    {
      title: "reports an empty expression",
      refused: jsonataState({ Type: "Pass", Output: "{%%}" }),
      findings: ["jsonata-syntax at /States/X/Output"],
      accepted: jsonataState({ Type: "Pass", Output: "{%''%}" }),
    },
  ]);

  it("words syntax errors as AWS does, without the parser's code", () => {
    const message = (expression: string) => validateDefinition(output(expression))[0]?.message;
    expect(message("1 +")).toBe("Unexpected end of expression");
    expect(message("a[1,2)")).toBe('Expected "]", got ","');
    expect(message('{"a":}')).toBe('The symbol "}" cannot be used as a unary operator');
  });
});

describe("references at the top level", () => {
  const name = "jsonata-top-level-reference" as const;
  describeCases([
    outputIs("reports a bare name", name, "phone", "$states.input.phone"),
    outputIs("reports the context item", name, "$.phone", "$states.input.phone"),
    outputIs("reports the root", name, "$$.phone", "$states.input.phone"),
    outputIs("reports a wildcard", name, "*.phone", "$states.input.*"),
    outputIs("reports a descent", name, "**.phone", "$states.input.**.phone"),
    outputIs(
      "reports a name in a function's body",
      name,
      "$map($states.input.a, function($x) { b })",
      "$map($states.input.a, function($x) { $x.b })",
    ),
    outputIs("reports a name as a key", name, "{ aaa: 1 }", '{ "aaa": 1 }'),
    outputIs("reports a name in a condition", name, "a ? 1 : 2", "$states.input.a ? 1 : 2"),
    outputIs("reports a name beside an operator", name, "$states.input.a & b", "$states.input.a & $states.input.b"),
    outputIs("reports a name as an argument", name, "$count(items)", "$count($states.input.items)"),
    outputIs("reports a name in a block", name, "($x := a; $x)", "($x := $states.input.a; $x)"),
    outputIs(
      "allows names in predicates, later steps, sort terms and groups",
      name,
      "items",
      "$states.input.items[price > 3]^(name).(kind & size){ id: count }",
    ),
  ]);

  it("words references as AWS does", () => {
    expect(validateDefinition(output("phone"))[0]).toMatchObject({
      code: "UNSUPPORTED_JSONATA_EXPRESSION",
      message: "Reference to 'phone' at the top level is not supported.",
      location: "/States/X/Output",
    });
    expect(validateDefinition(output("$$"))[0]?.message).toBe("Reference to '$$' is not supported.");
  });
});

describe("$states", () => {
  const name = "jsonata-states-field" as const;
  describeCases([
    outputIs("reports $states.result in a Pass", name, "$states.result", "$states.input"),
    outputIs("reports a field that does not exist", name, "$states.inptu", "$states.context.Execution.Id"),
    outputIs("reports $states.errorOutput outside a catcher", name, "$states.errorOutput.Cause", "$states.input.Cause"),
    {
      title: "reports $states.result in Arguments, and takes it in Output and Assign",
      refused: jsonataTask({ Arguments: { FunctionName: "{% $states.result %}" } }),
      findings: ["jsonata-states-field at /States/X/Arguments/FunctionName"],
      accepted: jsonataTask({ Output: { deep: ["{% $states.result %}"] }, Assign: { a: "{% $states.result %}" } }),
    },
    {
      title: "reports $states.result in a catcher, and takes $states.errorOutput there",
      refused: jsonataTask({ Catch: [{ ErrorEquals: ["A"], Output: "{% $states.result %}", Next: "X" }] }),
      findings: ["jsonata-states-field at /States/X/Catch[0]/Output"],
      accepted: jsonataTask({
        Catch: [
          {
            ErrorEquals: ["A"],
            Assign: { error: "{% $states.errorOutput.Error %}" },
            Output: "{% $states.errorOutput %}",
            Next: "X",
          },
        ],
      }),
    },
    {
      title: "takes $states.result of a Map and of a Parallel",
      refused: jsonataState({ Type: "Map", ItemProcessor: doneProcessor, Items: "{% $states.result %}" }),
      findings: ["jsonata-states-field at /States/X/Items"],
      accepted: jsonataState({ Type: "Parallel", Branches: [doneProcessor], Output: "{% $states.result[0] %}" }),
    },
  ]);
});

describe("what fails when it runs", () => {
  const sum = (terms: number) => Array.from({ length: terms }, () => "1").join("+");
  describeCases([
    {
      title: "warns of $eval",
      refused: output("$eval('1')"),
      findings: ["jsonata-eval at /States/X/Output"],
      accepted: output("$parse('1')"),
    },
    {
      title: "warns of 101 nested levels, where Step Functions stops",
      refused: output(sum(101)),
      findings: ["jsonata-too-deep at /States/X/Output"],
      accepted: output(sum(100)),
    },
    {
      title: "survives an expression that is too deep for the parser itself",
      refused: output(`${"(".repeat(20_000)}1${")".repeat(20_000)}`),
      findings: ["jsonata-too-deep at /States/X/Output"],
      accepted: output("(((1)))"),
    },
  ]);
});
