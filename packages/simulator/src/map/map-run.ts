import { createHash } from "node:crypto";
import type { HistoryEvent } from "../history-event.js";
import type { Strand, Visit } from "../strand.js";

/** What holds the children of a distributed Map state together. */
export interface MapRun {
  readonly arn: string;
  /** The state machine of its children: the parent's, with the label of the Map state. */
  readonly machineArn: string;
  /** How often it has been redriven. */
  readonly redriveCount: number;
}

/** Starts a Map Run, and moves the strand to the event that says so. */
export function startMapRun(visit: Visit, strand: Strand): MapRun {
  const machineArn = createMachineArn(visit, strand);
  const arn = `${machineArn.replace(":stateMachine:", ":mapRun:")}:${strand.run.random.nextUuid()}`;
  strand.run.history.add(strand, "MapRunStarted", { mapRunArn: arn });
  return { arn, machineArn, redriveCount: 0 };
}

/** In a redrive: the event of the Map Run that this visit of the state had started before. */
export function findFormerMapRun({ enteredId, parts }: Visit, { run }: Strand): HistoryEvent | undefined {
  if (parts === undefined) return undefined;
  const { events } = run.history;
  const follows = (id: number): boolean => {
    let earlier = id;
    while (earlier > enteredId) earlier = events[earlier - 1]?.previousEventId ?? 0;
    return earlier === enteredId;
  };
  return events.findLast(
    ({ type, previousEventId }) => (type === "MapRunStarted" || type === "MapRunRedriven") && follows(previousEventId),
  );
}

/** Goes on with a Map Run; the event that says so links to the one before the Map Run's first. */
export function redriveMapRun(former: HistoryEvent, visit: Visit, strand: Strand): MapRun {
  const { mapRunArn = "", redriveCount = 0 } =
    former.mapRunRedrivenEventDetails ?? former.mapRunStartedEventDetails ?? {};
  strand.lastEventId = former.previousEventId;
  const mapRun = { arn: mapRunArn, machineArn: createMachineArn(visit, strand), redriveCount: redriveCount + 1 };
  strand.run.history.add(strand, "MapRunRedriven", { mapRunArn, redriveCount: mapRun.redriveCount });
  return mapRun;
}

/** A Map state in a child is labelled on the name of the outermost machine too. */
function createMachineArn({ name, state }: Visit, { run }: Strand): string {
  const machineArn = run.ids.machineArn.replace(/\/.*/, "");
  return `${machineArn}/${state.Label ?? generateLabel(`${machineArn}/${name}`)}`;
}

/** Without a `Label` the service gives a state one of its own, the same in every execution: a version 3 UUID. */
function generateLabel(place: string): string {
  const bytes = createHash("md5").update(place).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x30, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
