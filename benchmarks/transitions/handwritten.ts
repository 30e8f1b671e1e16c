// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the placeholders of the definitions.
/*
 * The twelve programs of `workflows.ts` as a careful engineer writes them by hand in JSONata: no state that only moves data,
 * values assigned where they arise, outputs made by the state that ends. By the workflow's name.
 */
type Fields = { readonly [field: string]: unknown };

const input = "$states.context.Execution.Input";

function invoke(name: string, payload: Fields, rest: Fields): Fields {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::lambda:invoke",
    Arguments: { FunctionName: `\${${name}FunctionArn}`, Payload: payload },
    ...rest,
  };
}

function ask(id: string, rest: Fields): Fields {
  return {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Arguments: { QueueUrl: "${AsksQueueUrl}", MessageBody: { id, token: "{% $states.context.Task.Token %}" } },
    ...rest,
  };
}

function machine(StartAt: string, States: Fields): object {
  return { QueryLanguage: "JSONata", StartAt, States };
}

const undo = [{ ErrorEquals: ["States.ALL"], Assign: { failure: "{% $states.errorOutput.Error %}" }, Next: "Refund" }];

const payload = "$states.result.Payload";

export const handwritten: { readonly [workflow: string]: object } = {
  Branching: machine("Load", {
    Load: invoke("Load", { id: `{% ${input}.id %}` }, { Assign: { amount: `{% ${payload}.amount %}` }, Next: "Size" }),
    Size: {
      Type: "Choice",
      Choices: [{ Condition: "{% $amount > 1000 %}", Next: "Review" }],
      Assign: { outcome: "small" },
      Default: "Notify",
    },
    Review: invoke(
      "Review",
      { id: `{% ${input}.id %}` },
      {
        Assign: { outcome: `{% ${payload}.approved ? "approved" : "refused" %}` },
        Next: "Notify",
      },
    ),
    Notify: invoke(
      "Notify",
      { id: `{% ${input}.id %}`, text: "{% $outcome %}" },
      {
        Output: { outcome: "{% $outcome %}", sent: `{% ${payload}.sent %}` },
        End: true,
      },
    ),
  }),

  Retry: machine("Load", {
    Load: invoke("Load", { id: `{% ${input}.id %}` }, { Output: `{% ${payload}.amount %}`, Next: "Charge" }),
    Charge: invoke(
      "Charge",
      { id: `{% ${input}.id %}`, amount: "{% $states.input %}" },
      {
        Retry: [{ ErrorEquals: ["Payment.Busy"], IntervalSeconds: 2, MaxAttempts: 4, JitterStrategy: "FULL" }],
        Output: { id: `{% ${input}.id %}`, receipt: `{% ${payload}.receipt %}` },
        End: true,
      },
    ),
  }),

  MapLines: machine("Load", {
    Load: invoke("Load", { id: `{% ${input}.id %}` }, { Output: `{% ${payload}.lines %}`, Next: "Lines" }),
    Lines: {
      Type: "Map",
      Items: "{% $states.input %}",
      MaxConcurrency: 5,
      ItemProcessor: {
        ProcessorConfig: { Mode: "INLINE" },
        StartAt: "Price",
        States: {
          Price: invoke(
            "Price",
            { sku: "{% $states.input.sku %}" },
            {
              Output: { sku: "{% $states.input.sku %}", cost: `{% ${payload}.price * $states.input.qty %}` },
              End: true,
            },
          ),
        },
      },
      Output: { lines: "{% $states.result %}", total: "{% $sum([$states.result.cost]) %}" },
      End: true,
    },
  }),

  ParallelLookups: machine("Lookups", {
    Lookups: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "LoadOrder",
          States: {
            LoadOrder: invoke(
              "Load",
              { id: "{% $states.input.id %}" },
              { Output: `{% ${payload}.amount %}`, End: true },
            ),
          },
        },
        {
          StartAt: "LoadPrice",
          States: {
            LoadPrice: invoke(
              "Price",
              { sku: "{% $states.input.sku %}" },
              { Output: `{% ${payload}.price %}`, End: true },
            ),
          },
        },
      ],
      Output: { id: "{% $states.input.id %}", amount: "{% $states.result[0] %}", price: "{% $states.result[1] %}" },
      End: true,
    },
  }),

  TryCatch: machine("Reserve", {
    Reserve: invoke(
      "Reserve",
      { id: `{% ${input}.id %}` },
      {
        Assign: { reservation: `{% ${payload}.reservation %}` },
        Next: "Charge",
      },
    ),
    Charge: invoke(
      "Charge",
      { id: `{% ${input}.id %}`, amount: 5 },
      {
        Catch: [{ ErrorEquals: ["Payment.Declined"], Output: "{% $states.errorOutput.Error %}", Next: "Release" }],
        Output: { reservation: "{% $reservation %}", receipt: `{% ${payload}.receipt %}` },
        End: true,
      },
    ),
    Release: invoke(
      "Release",
      { id: `{% ${input}.id %}` },
      {
        Output: { reservation: "{% $reservation %}", receipt: '{% "none: " & $states.input %}' },
        End: true,
      },
    ),
  }),

  Polling: machine("Start", {
    Start: invoke(
      "StartJob",
      { id: `{% ${input}.id %}` },
      {
        Assign: { job: `{% ${payload}.job %}`, polls: 0 },
        Next: "Pause",
      },
    ),
    Pause: { Type: "Wait", Seconds: 30, Next: "Poll" },
    Poll: invoke(
      "PollJob",
      { job: "{% $job %}" },
      {
        Assign: { polled: `{% ${payload} %}`, polls: "{% $polls + 1 %}" },
        Next: "Done",
      },
    ),
    Done: {
      Type: "Choice",
      Choices: [
        { Condition: '{% $polled.status = "DONE" %}', Next: "Notify" },
        { Condition: "{% $polls >= 20 %}", Next: "GaveUp" },
      ],
      Default: "Pause",
    },
    GaveUp: { Type: "Fail", Error: "Repeat.Exhausted" },
    Notify: invoke(
      "Notify",
      { id: `{% ${input}.id %}`, text: "{% $polled.status %}" },
      {
        Output: { result: "{% $polled.result %}", sent: `{% ${payload}.sent %}` },
        End: true,
      },
    ),
  }),

  Saga: machine("Reserve", {
    Reserve: invoke("Reserve", { id: `{% ${input}.id %}` }, { Catch: undo, Next: "Charge" }),
    Charge: invoke(
      "Charge",
      { id: `{% ${input}.id %}`, amount: `{% ${input}.amount %}` },
      {
        Catch: undo,
        Output: `{% ${payload}.receipt %}`,
        Next: "Ship",
      },
    ),
    Ship: invoke(
      "Ship",
      { id: `{% ${input}.id %}` },
      {
        Catch: undo,
        Output: { parcel: `{% ${payload}.parcel %}`, receipt: "{% $states.input %}" },
        End: true,
      },
    ),
    Refund: invoke("Refund", { id: `{% ${input}.id %}` }, { Next: "Release" }),
    Release: invoke("Release", { id: `{% ${input}.id %}` }, { Next: "Failed" }),
    Failed: { Type: "Fail", Error: "Order.Undone", Cause: "{% $failure %}" },
  }),

  Pagination: machine("Settle", {
    Settle: { Type: "Wait", Seconds: 1, Assign: { after: null, stored: 0, pages: 0 }, Next: "List" },
    List: invoke("List", { after: "{% $after %}" }, { Assign: { page: `{% ${payload} %}` }, Next: "Store" }),
    Store: invoke(
      "Store",
      { ids: "{% $page.ids %}" },
      {
        Assign: { after: "{% $page.next %}", stored: "{% $stored + $count($page.ids) %}", pages: "{% $pages + 1 %}" },
        Next: "More",
      },
    ),
    More: {
      Type: "Choice",
      Choices: [
        { Condition: "{% $after = null %}", Output: { count: "{% $stored %}" }, Next: "Stored" },
        { Condition: "{% $pages >= 50 %}", Next: "TooMany" },
      ],
      Default: "List",
    },
    TooMany: { Type: "Fail", Error: "Repeat.Exhausted" },
    Stored: { Type: "Succeed" },
  }),

  Callback: machine("Ask", {
    Ask: ask(`{% ${input}.id %}`, { Assign: { answer: "{% $states.result %}" }, Next: "Notify" }),
    Notify: invoke(
      "Notify",
      { id: `{% ${input}.id %}`, text: "{% $answer.by %}" },
      {
        Output: { approved: "{% $answer.approved %}", sent: `{% ${payload}.sent %}` },
        End: true,
      },
    ),
  }),

  Nested: machine("Run", {
    Run: {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution.sync:2",
      Arguments: { StateMachineArn: "${NestedChildStateMachineArn}", Input: { id: `{% ${input}.id %}` } },
      Output: "{% $states.result.Output.amount %}",
      Next: "Charge",
    },
    Charge: invoke(
      "Charge",
      { id: `{% ${input}.id %}`, amount: "{% $states.input %}" },
      {
        Output: { amount: "{% $states.input %}", receipt: `{% ${payload}.receipt %}` },
        End: true,
      },
    ),
  }),

  FanOut: machine("Rows", {
    Rows: {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" },
        Arguments: { Bucket: "${RowsBucket}", Key: "in/rows.csv" },
      },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { day: "{% $states.input.day %}" } },
      MaxConcurrency: 10,
      Label: "rows",
      ItemProcessor: {
        ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "EXPRESS" },
        StartAt: "Store",
        States: {
          Store: invoke(
            "Store",
            { ids: "{% [$states.input.Items.id] %}" },
            {
              Output: { day: "{% $states.input.BatchInput.day %}", count: "{% $count($states.input.Items) %}" },
              End: true,
            },
          ),
        },
      },
      Output: { stored: "{% $sum($states.result.count) %}" },
      End: true,
    },
  }),

  Approval: machine("Load", {
    Load: invoke("Load", { id: `{% ${input}.id %}` }, { Assign: { amount: `{% ${payload}.amount %}` }, Next: "Ask" }),
    Ask: ask(`{% ${input}.id %}`, {
      TimeoutSeconds: 86_400,
      Catch: [{ ErrorEquals: ["States.Timeout"], Next: "Escalate" }],
      Assign: { decision: "{% $states.result %}" },
      Next: "Approved",
    }),
    Escalate: ask(`{% "escalated " & ${input}.id %}`, {
      Assign: { decision: "{% $states.result %}" },
      Next: "Approved",
    }),
    Approved: {
      Type: "Choice",
      Choices: [{ Condition: "{% $decision.approved %}", Next: "Charge" }],
      Default: "Refused",
    },
    Charge: invoke(
      "Charge",
      { id: `{% ${input}.id %}`, amount: "{% $amount %}" },
      {
        Output: { by: "{% $decision.by %}", receipt: `{% ${payload}.receipt %}` },
        End: true,
      },
    ),
    Refused: { Type: "Fail", Error: "Order.Refused", Cause: "{% $decision.by %}" },
  }),
};
