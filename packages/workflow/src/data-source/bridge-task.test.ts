import { object, printTemplate, states, variable } from "@treadle/expressions";
import { describe, expect, it } from "vitest";
import { bridgeTask } from "./bridge-task.js";
import { type DataSource, dataSourceBrand } from "./data-source.js";

const source = { [dataSourceBrand]: true, kind: "test", name: "carts" } as unknown as DataSource;
const params = object({ id: variable("id") });

describe("bridgeTask", () => {
  it("asks for a statement by name, and gives the payload", () => {
    const task = bridgeTask(source, "read");
    expect(printTemplate(task.arguments(params))).toMatchObject({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder that deployment replaces.
      FunctionName: "${CartsBridgeFunctionArn}",
      Payload: { statement: "read", params: { id: "{% $id %}" } },
    });
    expect(printTemplate(task.output(states("result")))).toBe("{% $states.result.Payload %}");
    expect(task.session).toBeUndefined();
  });

  it("takes the session's token beside the parameters, and gives the value and the next token", () => {
    const { session, output } = bridgeTask(source, "read", { keepsSession: true });
    expect(session?.name).toBe("carts");
    expect(printTemplate(session!.arguments(params, variable("token")))).toMatchObject({
      Payload: { params: { id: "{% $id %}", $session: "{% $token %}" } },
    });
    expect(printTemplate(session!.arguments(variable("all"), variable("token")))).toMatchObject({
      Payload: { params: '{% $merge([$all, {"$session": $token}]) %}' },
    });
    expect(printTemplate(output(states("result")))).toBe("{% $states.result.Payload.value %}");
    expect(printTemplate(session!.token(states("result")))).toBe("{% $states.result.Payload.session %}");
  });
});
