// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates and placeholders are what this file is about.
import { defineDiagnostics } from "@treadle/diagnostics";

export const expressionDiagnostics = defineDiagnostics("expressions", {
  "unsupported-syntax": {
    severity: "error",
    message: (d: { construct: string; help: string }) => `${d.construct} cannot be lowered to JSONata.`,
    help: (d) => d.help,
  },
  "unsupported-call": {
    severity: "error",
    message: (d: { callee: string; help: string }) => `${d.callee} cannot be lowered to JSONata.`,
    help: (d) => d.help,
  },
  "maybe-undefined": {
    severity: "error",
    message: (d: { path: string; position: string }) =>
      `"${d.path}" may be undefined, and ${d.position} needs a value: Step Functions fails a state whose expression gives nothing.`,
    help: (d) =>
      `Write \`${d.path}${d.position === "reading of it" ? "?.… " : " "}?? value\`, test it before, or assert it by \`!\` with a comment that says why it is there.`,
  },
  "unexplained-assertion": {
    severity: "warning",
    message: (d: { path: string }) => `"${d.path}!" is asserted to be there, and nothing beside it says why.`,
    help: (d) =>
      `Write the reason in a comment on that line or the one before, or \`${d.path} ?? value\`: where it is missing, the state fails.`,
  },
  "not-boolean": {
    severity: "error",
    message: (d: { text: string; type: string; test: string }) =>
      `"${d.text}" is used as a condition but is ${d.type}: JSONata and JavaScript disagree on which values count as true.`,
    help: (d) => `Write \`${d.test}\`; for a default of what may be missing, \`${d.text} ?? value\`.`,
  },
  "number-in-text": {
    severity: "error",
    message: (d: { text: string; isHolder?: true }) =>
      `"${d.text}" becomes text here, and is not known to be a safe integer: JSONata and JavaScript write other numbers differently.`,
    help: (d) =>
      d.isHolder
        ? "Hand on the object itself, or make texts of the numbers in it with `text(n)` or `fixed(n, digits)`."
        : `Write \`text(${d.text})\` or \`fixed(${d.text}, digits)\`, both from @treadle/workflow.`,
  },
  "not-text": {
    severity: "error",
    message: (d: { text: string; type: string }) => `"${d.text}" becomes text here, but is ${d.type}.`,
    help: (d) => `Give a text: \`${d.text} ?? ""\` where it may be null, or one of its members.`,
  },
  "operand-type": {
    severity: "error",
    message: (d: { text: string; type: string; operator: string; wanted: string }) =>
      `"${d.text}" is ${d.type}; "${d.operator}" is lowered for ${d.wanted} only.`,
    help: () => "Convert or narrow the operand first.",
  },
  "object-equality": {
    severity: "error",
    message: (d: { operator: string }) =>
      `"${d.operator}" compares objects or arrays: JavaScript compares their identity, JSONata their content.`,
    help: () => "Compare members that are texts, numbers or booleans.",
  },
  "loose-equality": {
    severity: "error",
    message: (d: { operator: string }) => `"${d.operator}" converts its operands, which JSONata does not.`,
    help: (d) => `Use "${d.operator}=", or compare with null.`,
  },
  "zero-divisor": {
    severity: "error",
    message: (d: { text: string }) => `"${d.text}" may be 0: dividing by it gives a number that JSON does not have.`,
    help: (d) =>
      /^[\w.$]+$/.test(d.text)
        ? `Guard it: \`${d.text} === 0 ? … : … / ${d.text}\`.`
        : `Guard it: \`const by = ${d.text}; return by === 0 ? … : … / by;\`.`,
  },
  "not-integer": {
    severity: "error",
    message: (d: { text: string }) => `"${d.text}" is used as a position, and is not known to be an integer.`,
    help: () =>
      "Use an integer constant, a length, an index, or a sum of such. `array[n]` takes any number, and gives nothing at a fraction.",
  },
  "untyped-value": {
    severity: "error",
    message: (d: { text: string }) => `The type of "${d.text}" is not known, so its meaning in JSONata is not either.`,
    help: (d) => `Give it a type: declare the input or output it comes from, or write \`(${d.text} as Type)\`.`,
  },
  "mixed-type": {
    severity: "error",
    message: (d: { text: string; type: string; wanted: string }) =>
      `"${d.text}" is ${d.type}, not ${d.wanted} in every case.`,
    help: () => "Narrow it first, such as with Array.isArray, typeof or a discriminant.",
  },
  "not-json": {
    severity: "error",
    message: (d: { text: string; type: string }) => `"${d.text}" is ${d.type}, which JSON cannot hold.`,
    help: () => "Use texts, numbers, booleans, null, arrays and plain objects.",
  },
  "captured-variable": {
    severity: "error",
    message: (d: { name: string }) =>
      `"${d.name}" is a variable that may change: a lambda takes constants of its surroundings by value.`,
    help: (d) => `Declare "${d.name}" with const.`,
  },
  "captured-function": {
    severity: "error",
    message: (d: { name: string }) =>
      `"${d.name}" is code of the surroundings, which does not exist in Step Functions.`,
    help: () => "Write the expression in the lambda, or compute a constant before it.",
  },
  "captured-elsewhere": {
    severity: "error",
    message: (d: { name: string }) =>
      `"${d.name}" is a constant that the lambda's module does not have, and its source does not tell its value.`,
    help: (d) => `Give "${d.name}" to the function as a parameter, or write its value as a literal.`,
  },
  "captured-undefined": {
    severity: "error",
    message: (d: { name: string }) => `The constant "${d.name}" may be undefined.`,
    help: (d) => `Give it a value before the lambda: \`const value = ${d.name} ?? …\`.`,
  },
  "scope-escapes": {
    severity: "error",
    message: (d: { name: string }) => `"${d.name}" is used as a value; only its members exist in Step Functions.`,
    help: (d) => `Read a member: \`${d.name}.step\`.`,
  },
  "unsupported-key": {
    severity: "error",
    message: (d: { key: string }) => `A member cannot be named "${d.key}".`,
    help: () => "Choose another name: JSONata engines keep their own data under it.",
  },
  "jsonata-syntax": {
    severity: "error",
    message: (d: { fault: string }) => `JSONata 2.0.6 cannot read this: ${d.fault}.`,
    help: () => "Step Functions has JSONata 2.0.6, without `??` and `?:`.",
  },
  "jsonata-reference": {
    severity: "error",
    message: (d: { name: string; help: string }) => `"${d.name}" means nothing here.`,
    help: (d) => d.help,
  },
  "jsonata-hole": {
    severity: "error",
    message: (d: { text: string }) => `"${d.text}" stands inside a text, a pattern or a comment of the JSONata.`,
    help: () => 'End the text before it: `"Hello " & ${s.name}`.',
  },
  "jsonata-mark": {
    severity: "error",
    message: () => "`${`, `%{`, `{%` and `%}` have a meaning to Step Functions and to the tools that deploy.",
    help: () => 'Part them, `"$" & "{"`, or interpolate `param(name)` for a placeholder.',
  },
  "missing-return": {
    severity: "error",
    message: () => "Not every way through this block returns a value.",
    help: () => "End the block with return, and each if with return or else.",
  },
});
