import { describe, expect, it } from "vitest";
import { compareHistory, type RecordedEvent } from "./history.js";
import { RecordedMatcher } from "./match-recorded.js";
import { createRewrite, listMasks } from "./transforms.js";

describe("RecordedMatcher", () => {
  it("takes any text for a placeholder, and the same text for a numbered one", () => {
    const matcher = new RecordedMatcher();
    expect(matcher.compare("arn:<partition>:x:<name>", "arn:aws:x:a:b")).toBeUndefined();
    expect(matcher.compare(["<uuid:1>", "<uuid:1>"], ["a", "a"])).toBeUndefined();
    expect(matcher.compare(["<uuid:2>", "<uuid:2>"], ["a", "b"])).toMatchObject({ pointer: "/1" });
    expect(matcher.compare("x<name>", "y")).toBeDefined();
  });

  it("takes any value for a mask word, but not nothing", () => {
    const matcher = new RecordedMatcher(["token"]);
    expect(matcher.compare({ a: "date", b: "token" }, { a: 1, b: [2] })).toBeUndefined();
    expect(matcher.compare({ a: "date" }, {})).toMatchObject({ pointer: "/a" });
    expect(matcher.compare({ RequestId: "RequestId" }, { RequestId: "5" })).toBeUndefined();
    expect(matcher.compare({ name: "name" }, { name: "other" })).toBeDefined();
  });

  it("compares JSON in texts as JSON, whatever its spacing and order", () => {
    const matcher = new RecordedMatcher();
    expect(matcher.compare({ cause: { b: 1, a: [2] } }, { cause: '{"a": [2], "b": 1}' })).toBeUndefined();
    expect(matcher.compare('{"a": 1}', '{"a":1}')).toBeUndefined();
    expect(matcher.compare('{"a": 1}', '{"a":2}')).toMatchObject({ pointer: "/a", expected: 1, actual: 2 });
    expect(matcher.compare({ a: 1 }, { a: 1, b: 2 })).toMatchObject({ pointer: "/b" });
    expect(matcher.compare([1], { 0: 1 })).toBeDefined();
  });

  it("takes a text as it is or as the recording rewrote it", () => {
    const transforms = [
      { kind: "regex", pattern: "fn-[0-9a-f]+", replacement: "<fn>" },
      { kind: "regex", pattern: "[", replacement: "<open>" },
      { kind: "key", replacement: "masked" },
    ] as const;
    const matcher = new RecordedMatcher(listMasks(transforms), createRewrite(transforms));
    expect(matcher.compare(["<fn>!", "fn-1f!", "a<open>", "masked"], ["fn-1f!", "fn-1f!", "a[", 1])).toBeUndefined();
  });
});

describe("compareHistory", () => {
  const event = (id: unknown, type: string, details?: RecordedEvent["details"]): RecordedEvent => ({
    id,
    previousEventId: 0,
    type,
    ...(details && { details }),
  });

  it("compares in order where one strand runs", () => {
    const events = [event(1, "PassStateEntered"), event(2, "PassStateExited")];
    expect(compareHistory(events, [...events], new RecordedMatcher())).toBeUndefined();
    expect(compareHistory(events, [...events].reverse(), new RecordedMatcher())).toBeDefined();
    expect(compareHistory(events, events.slice(1), new RecordedMatcher())).toBeDefined();
  });

  it("compares as a bag where strands mix, and finds what is missing and what is too much", () => {
    const events = [
      event(1, "MapStateStarted"),
      event(2, "PassStateEntered", { input: 1 }),
      event(3, "PassStateEntered", { input: 2 }),
    ];
    expect(compareHistory(events, [...events].reverse(), new RecordedMatcher())).toBeUndefined();
    expect(compareHistory(events, events.slice(0, 2), new RecordedMatcher())).toMatchObject({ pointer: "/history/2" });
    expect(compareHistory(events.slice(0, 2), events, new RecordedMatcher())).toMatchObject({ expected: undefined });
    expect(
      compareHistory([event([0], "ParallelStateEntered")], [event(7, "ParallelStateEntered")], new RecordedMatcher()),
    ).toBeUndefined();
  });
});
