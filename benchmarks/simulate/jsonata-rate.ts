import { simulate } from "@treadle/simulator";
import jsonata from "jsonata";

const states = 500;
const expression = "{ 'id': $states.input.id, 'n': $states.input.n + 1, 'even': $states.input.n % 2 = 0 }";
const input = { id: "o-1", n: 0, even: true };

const definition = {
  QueryLanguage: "JSONata",
  StartAt: "P0",
  States: Object.fromEntries(
    Array.from({ length: states }, (_, i) => [
      `P${i}`,
      { Type: "Pass", Output: `{% ${expression} %}`, ...(i + 1 < states ? { Next: `P${i + 1}` } : { End: true }) },
    ]),
  ),
};

const compiled = jsonata(expression);

/** The engine alone on the same expressions, and states that evaluate them. */
export const jsonataWorks = {
  engine: async () => {
    let value: unknown = input;
    for (let i = 0; i < states; i++) value = await compiled.evaluate(undefined, { states: { input: value } });
    return value;
  },
  states: () => simulate(definition, { input, history: false }),
  recorded: () => simulate(definition, { input }),
};

export { states as jsonataStates };
