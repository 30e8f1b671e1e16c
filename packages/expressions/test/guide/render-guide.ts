import { sections } from "../cases/index.js";
import { prelude } from "../cases/prelude.js";
import type { Section } from "../cases/section.js";

const introduction = `# Expressions

The lambdas of a workflow are ordinary TypeScript. The compiler lowers them to JSONata, the expression language of Step
Functions; a lambda that is accepted gives the same JSON in Node.js and in Step Functions for every input of its type. What
cannot be lowered so is refused, with the place, the reason and the nearest thing that works.

A lambda gets the scope: \`s.input\`, the values of the steps before it, inside a Map \`s.item\` and \`s.index\`, in a catch
handler \`s.error\`. Besides these the scope has

| in the lambda                                             | in the definition                                      |
| --------------------------------------------------------- | ------------------------------------------------------ |
| \`s.execution.id\`, \`.name\`, \`.startTime\`                   | \`$states.context.Execution.Id\`, \`.Name\`, \`.StartTime\`  |
| \`s.state.name\`, \`.enteredTime\`, \`.retryCount\`             | \`$states.context.State.Name\` and so on                 |
| \`s.machine.id\`, \`.name\`                                   | \`$states.context.StateMachine.Id\`, \`.Name\`             |
| \`s.now()\`                                                 | \`$now()\`: the time, in ISO 8601                        |
| \`s.uuid()\`                                                | \`$uuid()\`                                              |
| \`s.random()\`, \`s.random(seed)\`                            | \`$random()\`, \`$random(seed)\`                           |
| \`s.hash(text, "SHA-256")\`                                 | \`$hash(text, "SHA-256")\`: hexadecimal                  |

Step Functions fails a state whose expression gives nothing. What may be \`undefined\`, such as an optional member or
\`xs[0]\`, must therefore be given a value (\`?? value\`), tested before (\`xs.length > 0 ? xs[0] : …\`), or be asserted by \`!\`,
with a comment beside it that says why it is there; without one the compiler warns.

An expression longer than 100 characters is broken over lines in the definition, always in the same places.

## Placeholders

\`param("OrdersTable", "table-name")\` is a text that deployment fills in: \`\${OrdersTable}\` in the definition, listed with its kind
in the manifest. It may be a constant of the module too, or a part of a text: \`\` \`https://\${param("Host")}/orders\` \`\`. In Node.js and
in the simulator it is the text \`\${OrdersTable}\` itself. The kinds are those of the manifest; without one it is \`text\`, which may
hold anything but quotation marks and backslashes.

## JSONata in the place of TypeScript

What TypeScript has no words for can be written in JSONata, as the whole of a lambda or as a part:

\`\`\`ts
.pass("mean", (s) => jsonata<number>\`$average(\${s.order.lines}.qty)\`)
.pass("cheap", (s) => jsonata<Line[]>\`\${s.order.lines}^(price)[[0..2]]\`)
.pass("byQty", (s) => jsonata<Line[]>\`$sort(\${s.order.lines}, \${(a: Line, b: Line) => a.qty > b.qty})\`)
\`\`\`

The type is your word for what it gives. The compiler reads the text with the parser of JSONata 2.0.6; what is interpolated is
lowered like any other expression and never caught by a name that the text binds. Variables that the text does not bind,
\`$states\`, \`$eval\`, names without an item and the marks of deployment tools are refused. Node.js does not run JSONata: test such
steps in the simulator.

## Where engines differ

JSONata has more than one engine, and they are not alike in everything. The forms below are those on which the reference
engine (\`jsonata\` 2.0.6) and the Java engine (\`com.dashjoin:jsonata\` 0.9.8) agree with Node.js. What is left:

- A key that every JavaScript object has, such as "constructor" or "toString", read by a computed name: \`record[key]\` and
  \`key in record\` find a function in Node.js, and nothing in the Java engine. \`Object.groupBy\` loses a group
  of that name in the reference engine.
- The order of members whose names are integers, as \`Object.keys\` and its like give it: JavaScript puts them first, by size,
  the Java engine where they came.
- \`trim\` and \`trimEnd\` of a text that ends in white space and U+0085: the Java engine takes the white space away.
- Division by what may be 0, and numbers that grow beyond what JSON holds (about 1.8e308): Node.js goes on with Infinity or
  NaN, JSONata fails the state.
- \`Number\`, \`parseInt\` and \`parseFloat\` of a text that is no number, \`Math.sqrt\` of a negative number: NaN in Node.js, while the
  state fails.
- Sums: the engines' \`$sum\` differ in the last digit, so a sum is a \`$reduce\` unless it adds up integers.
- What a function returns as the replacement of a regular expression is read for \`$1\` in the Java engine only, so it is refused.
- \`text(n)\` of a number that is no integer, but becomes one that ends in zeros when rounded to 15 digits: the Java engine
  writes an exponent.
- \`text(n)\` of an integer from 1e15 on: 15 digits and zeros in Node.js and the reference engine, while Step Functions was seen to
  write all digits below 1e21.
- Step Functions keeps integers exact up to 64 bits, JavaScript up to 2^53.
- \`JSON.stringify\`: the engines escape some control characters and U+2028 differently; parsed again, the texts are equal.
- Upper and lower case of letters whose form depends on a language or on the version of Unicode.
- Step Functions evaluates 100 levels deep; deeper expressions are reported when compiling, deeper recursion fails the state.

## What is lowered

The examples use these declarations:
`;

/** The guide's text: its tables are the cases that the tests run. */
export function renderGuide(): string {
  return `${introduction}\n\`\`\`ts\n${prelude.trim()}\n\`\`\`\n${sections.map(renderSection).join("")}`;
}

function renderSection({ title, note, rows }: Section): string {
  const head = `\n### ${title}\n\n${note === undefined ? "" : `${note}\n\n`}| TypeScript | JSONata |\n| --- | --- |\n`;
  return head + rows.map(([source, jsonata]) => `| ${code(source)} | ${code(jsonata)} |\n`).join("");
}

/** Code in a cell of a table. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${space}${text.replaceAll("|", "\\|").replace(/[\n\t]/g, " ")}${space}${fence}`;
}
