import { literal, object, printTemplate } from "@treadle/expressions";
import { expect, test } from "vitest";
import { activity, http } from "../index.js";

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.

const endpoint = { url: "https://api.example.com/orders", method: "POST", connection: "${ShopConnectionArn}" } as const;
const request = object({ RequestBody: object({ id: literal("7") }) });

test("http.invoke fixes endpoint, method and connection, in both forms of the connection", () => {
  const current = http.invoke<unknown, { id: string }>(endpoint).definition;
  expect(printTemplate(current.arguments(request))).toEqual({
    RequestBody: { id: "7" },
    ApiEndpoint: "https://api.example.com/orders",
    Method: "POST",
    InvocationConfig: { ConnectionArn: "${ShopConnectionArn}" },
  });
  const legacy = http.invoke<unknown, { id: string }>({ ...endpoint, legacyAuthentication: true }).definition;
  expect(printTemplate(legacy.arguments(request))).toMatchObject({
    Authentication: { ConnectionArn: "${ShopConnectionArn}" },
  });
});

test("activity passes the value itself to the worker", () => {
  const { definition } = activity<{ id: string }, { packed: boolean }>("${PackActivityArn}");
  expect(definition.resource).toBe("${PackActivityArn}");
  expect(printTemplate(definition.arguments(object({ id: literal("7") })))).toEqual({ id: "7" });
  expect(definition.placeholders).toEqual([{ name: "PackActivityArn", kind: "activity-arn" }]);
});
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: placeholders that deployment replaces.
