/**
 * A task of ECS, as DescribeTasks tells of it. What it says only of some tasks is optional.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Task.html
 */
export interface EcsTask {
  readonly TaskArn: string;
  readonly ClusterArn: string;
  readonly TaskDefinitionArn: string;
  readonly Containers: readonly EcsContainer[];
  /** `PROVISIONING`, `RUNNING`, `STOPPED`, …; after `.sync` it is `STOPPED`. */
  readonly LastStatus: string;
  readonly DesiredStatus: string;
  readonly LaunchType?: "EC2" | "FARGATE" | "EXTERNAL";
  readonly Cpu?: string;
  readonly Memory?: string;
  readonly Group?: string;
  readonly StopCode?: string;
  readonly StoppedReason?: string;
}

export interface EcsContainer {
  readonly ContainerArn: string;
  readonly Name: string;
  readonly LastStatus: string;
  /** Absent where the container did not run to its end. */
  readonly ExitCode?: number;
  readonly Reason?: string;
}
