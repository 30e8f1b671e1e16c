import { describeCases } from "../../../test/validation-cases.js";

const choice = (rule: object, language = "JSONPath") => ({
  QueryLanguage: language,
  StartAt: "C",
  States: { C: { Type: "Choice", Choices: [{ ...rule, Next: "Done" }], Default: "Done" }, Done: { Type: "Succeed" } },
});
const isNull = { Variable: "$.a", IsNull: true };

describeCases([
  {
    title: "reports a rule without a condition",
    refused: choice({}),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice(isNull),
  },
  {
    title: "reports a variable without a comparison",
    refused: choice({ Variable: "$.a" }),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice(isNull),
  },
  {
    title: "reports two comparisons of one variable",
    refused: choice({ ...isNull, IsPresent: true }),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice({ And: [isNull, { Variable: "$.a", IsPresent: true }] }),
  },
  {
    title: "reports a comparison without a variable",
    refused: choice({ IsNull: true }),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice(isNull),
  },
  {
    title: "reports And beside Or",
    refused: choice({ And: [isNull], Or: [isNull] }),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice({ And: [{ Or: [isNull] }] }),
  },
  {
    title: "reports a fault inside Not inside Or",
    refused: choice({ Or: [isNull, { Not: { Variable: "$.b" } }] }),
    findings: ["choice-rule-shape at /States/C/Choices[0]/Or[1]/Not"],
    accepted: choice({ Or: [isNull, { Not: { Variable: "$.b", StringMatches: "a*" } }] }),
  },
  {
    title: "reports a JSONata rule without Condition, and takes a constant one",
    refused: choice({}, "JSONata"),
    findings: ["choice-rule-shape at /States/C/Choices[0]"],
    accepted: choice({ Condition: false }, "JSONata"),
  },
]);
