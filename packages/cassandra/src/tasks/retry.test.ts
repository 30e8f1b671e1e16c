import { describe, expect, it } from "vitest";
import { defaultRetriers } from "./retry.js";

const names = (traits: Parameters<typeof defaultRetriers>[0]) =>
  defaultRetriers(traits).flatMap(({ errorEquals }) => errorEquals);

describe("defaultRetriers", () => {
  it("repeats reads after every fault that may pass", () => {
    expect(names({ idempotent: true, reads: true })).toEqual([
      "Cassandra.ReadTimeout",
      "Cassandra.ClientTimeout",
      "Cassandra.ConnectionLost",
      "Lambda.TooManyRequestsException",
      "Lambda.ServiceException",
      "Lambda.AWSLambdaException",
      "Lambda.SdkClientException",
      "Cassandra.Unavailable",
      "Cassandra.Bootstrapping",
      "Cassandra.NoHostAvailable",
      "Cassandra.ConnectionFailed",
      "Cassandra.Busy",
      "Cassandra.Overloaded",
      "Cassandra.ReadFailure",
      "Cassandra.ServerError",
      "Cassandra.AuthenticationFailed",
      "Cassandra.SecretUnavailable",
    ]);
  });

  it("repeats a write that cannot be repeated only where nothing was applied", () => {
    expect(names({ idempotent: false, reads: false })).toEqual([
      "Lambda.TooManyRequestsException",
      "Cassandra.Unavailable",
      "Cassandra.Bootstrapping",
      "Cassandra.NoHostAvailable",
      "Cassandra.ConnectionFailed",
      "Cassandra.Busy",
      "Cassandra.AuthenticationFailed",
      "Cassandra.SecretUnavailable",
    ]);
  });

  it("draws every delay by full jitter", () => {
    const retriers = defaultRetriers({ idempotent: true, reads: false });
    expect(retriers.map(({ jitterStrategy }) => jitterStrategy)).toEqual(["FULL", "FULL", "FULL"]);
  });
});
