/** What an execution and its state machine are called. */
export interface ExecutionIds {
  readonly executionArn: string;
  readonly executionName: string;
  readonly machineArn: string;
  readonly machineName: string;
  readonly roleArn: string | null;
  readonly region: string;
}
