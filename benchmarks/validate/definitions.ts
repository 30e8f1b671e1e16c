/** The mix of states that repeats: half call a service, the rest decide, wait, fan out and hand on. */
const kinds: readonly ((index: number, next: object) => object)[] = [
  (index, next) => ({
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: {
      FunctionName: "arn:aws:lambda:eu-west-1:123456789012:function:charge",
      Payload: {
        order: "{% $states.input.orders[0].id %}",
        amount: `{% $round($states.input.total${index} * 1.19, 2) %}`,
      },
    },
    TimeoutSeconds: 30,
    Retry: [{ ErrorEquals: ["Lambda.ServiceException"], MaxAttempts: 3, BackoffRate: 2 }],
    Assign: { [`charge${index}`]: "{% $states.result.Payload %}" },
    Output: `{% $merge([$states.input, { "charge": $states.result.Payload.id${index} }]) %}`,
    ...next,
  }),
  (index, next) => ({
    Type: "Task",
    Resource: "arn:aws:states:::dynamodb:putItem",
    Arguments: { TableName: "orders", Item: { id: { S: `{% $string($charge${index - 1}.id) %}` } } },
    ...next,
  }),
  (index, next) => ({
    Type: "Choice",
    Choices: [
      { Condition: `{% $charge${index - 2}.amount > 100 and $states.input.country = "NL" %}`, ...next },
      { Condition: `{% $exists($states.input.retry${index}) %}`, ...next },
    ],
    Default: (next as { Next: string }).Next,
  }),
  (index, next) => ({
    Type: "Map",
    Items: `{% $states.input.lines[quantity > ${index}] %}`,
    MaxConcurrency: 10,
    ItemProcessor: {
      StartAt: `Line${index}`,
      States: {
        [`Line${index}`]: {
          Type: "Pass",
          Output: "{% { 'sku': $states.input.sku, 'count': $states.input.quantity } %}",
          End: true,
        },
      },
    },
    ...next,
  }),
  (index, next) => ({
    Type: "Pass",
    Output: `{% $states.input ~> |$|{ 'step': ${index} }| %}`,
    ...next,
  }),
];

/** A JSONata machine of so many states, each with expressions of its own. */
export function makeDefinition(states: number): object {
  const entries: [string, object][] = [];
  let index = 0;
  for (let made = 0; made < states - 1; index++) {
    // A Map brings a state of its own.
    const kind = kinds[index % kinds.length]!;
    made += index % kinds.length === 3 ? 2 : 1;
    entries.push([`State${index}`, kind(index, { Next: made < states - 1 ? `State${index + 1}` : "Done" })]);
  }
  return {
    QueryLanguage: "JSONata",
    StartAt: "State0",
    States: { ...Object.fromEntries(entries), Done: { Type: "Succeed" } },
  };
}

export function countStates(definition: object): number {
  const scope = definition as { readonly States: Readonly<Record<string, { readonly ItemProcessor?: object }>> };
  return Object.values(scope.States).reduce(
    (sum, { ItemProcessor }) => sum + 1 + (ItemProcessor ? countStates(ItemProcessor) : 0),
    0,
  );
}
