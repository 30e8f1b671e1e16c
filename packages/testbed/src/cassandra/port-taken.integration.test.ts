import { createServer } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { LoopbackListener } from "../proxy/loopback-listener.js";
import { checkRequirements } from "../requirements/check-requirements.js";
import { startCassandra } from "./start-cassandra.js";

/** For each of the next starts, the ports that are handed out although somebody has them: by their place in the list. */
const handedOut = vi.hoisted(() => ({ taken: [] as { [place: number]: number }[] }));

vi.mock("../process/free-ports.js", async (importOriginal) => {
  const { findFreePorts } = await importOriginal<typeof import("../process/free-ports.js")>();
  return {
    findFreePorts: async (count: number) => {
      const taken = handedOut.taken.shift() ?? {};
      return (await findFreePorts(count)).map((port, place) => taken[place] ?? port);
    },
  };
});

describe.skipIf((await checkRequirements()).length > 0)("a node whose port was taken in between", () => {
  test("starts on other ports, be it the native or the storage port", async () => {
    const other = await LoopbackListener.open(createServer());
    handedOut.taken = [{ 0: other.port }, { 1: other.port }];
    const cassandra = await startCassandra();
    expect(handedOut.taken).toEqual([]);
    expect(await cassandra.execute("SELECT key FROM system.local")).toHaveLength(1);
    await cassandra.stop();
    await other.close();
  });
});
