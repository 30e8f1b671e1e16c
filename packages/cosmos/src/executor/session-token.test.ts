import { describe, expect, it } from "vitest";
import { mergeSessionTokens } from "./session-token.js";

describe("mergeSessionTokens", () => {
  it.each<[string, string | undefined, string | undefined, string | undefined]>([
    ["gives the other where one is missing", undefined, "0:1#5", "0:1#5"],
    ["takes an empty token for none", "0:1#5", "", "0:1#5"],
    ["gives nothing where both are missing", undefined, undefined, undefined],
    ["keeps partitions that only one of them knows", "0:1#5", "1:1#7", "0:1#5,1:1#7"],
    ["takes the later of one partition", "0:1#5,1:1#9", "0:1#8,1:1#7", "0:1#8,1:1#9"],
    ["takes the later where there is no version", "0:12", "0:7", "0:12"],
    ["knows versions below zero", "0:-1#12", "0:-1#13", "0:-1#13"],
    ["takes the newer version of a partition, though it counts from less", "0:2#3", "0:1#500", "0:2#3"],
    ["takes the furthest of every region", "0:1#10#1=8#2=2", "0:1#11#1=7#2=4", "0:1#11#1=8#2=4"],
    ["takes the regions of the newer version", "0:1#10#1=8#2=2", "0:2#4#1=9", "0:2#10#1=9"],
    ["replaces a token of a form it does not know", "who knows", "0:1#5", "0:1#5"],
  ])("%s", (_, first, second, merged) => {
    expect(mergeSessionTokens(first, second)).toBe(merged);
  });
});
