import type { ExpressionNode } from "@treadle/expressions";
import type { ArgumentBounds, Closed, ResumableTask, Task } from "@treadle/workflow";
import { type Constants, constantNodes, placeholdersOfConstants } from "../task/constant-node.js";
import { createResumableServiceTask, createServiceTask, type ServiceTask } from "../task/service-task.js";
import { withConstants } from "../task/with-constants.js";
import type { EcsTask } from "./ecs-task.js";

/** What is run, and where. */
export interface EcsTarget {
  /** A family, `family:revision` or an ARN, or `${ShipTaskDefinitionArn}`. Without a revision, the newest one. */
  readonly taskDefinition: string;
  /** A cluster's name or ARN, or `${OrdersCluster}`. Default: the account's cluster `default`. */
  readonly cluster?: string;
  readonly launchType?: "EC2" | "FARGATE" | "EXTERNAL";
  /**
   * The ARN of the role that the task definition gives its containers, null where it gives none. The definition of the state
   * does not tell it, and its policy must allow that the role is handed on.
   */
  readonly taskRole: string | null;
  /** The same for the role by which ECS itself pulls images and writes logs. */
  readonly executionRole: string | null;
}

/** Arguments of RunTask that Step Functions passes on, beside those of the target. */
export interface RunTask {
  /** Tasks to run: 1 to 10. Default 1. `.sync` runs one, and Step Functions refuses to be told how many. */
  readonly Count?: number;
  readonly EnableExecuteCommand?: boolean;
  readonly Group?: string;
  /** Needed where the task definition's network mode is `awsvpc`, as it is on Fargate. */
  readonly NetworkConfiguration?: {
    readonly AwsvpcConfiguration: {
      readonly Subnets: readonly string[];
      readonly SecurityGroups?: readonly string[];
      readonly AssignPublicIp?: "ENABLED" | "DISABLED";
    };
  };
  readonly Overrides?: TaskOverride;
  readonly PlacementConstraints?: readonly {
    readonly Type: "distinctInstance" | "memberOf";
    readonly Expression?: string;
  }[];
  readonly PlacementStrategy?: readonly {
    readonly Type: "random" | "spread" | "binpack";
    readonly Field?: string;
  }[];
  /** Fargate only. Default `LATEST`. */
  readonly PlatformVersion?: string;
  readonly PropagateTags?: "TASK_DEFINITION" | "SERVICE" | "NONE";
}

export interface TaskOverride {
  readonly ContainerOverrides?: readonly {
    /** A container of the task definition. */
    readonly Name: string;
    readonly Command?: readonly string[];
    /** CPU units: 1,024 are one virtual CPU. */
    readonly Cpu?: number;
    readonly Environment?: readonly { readonly Name: string; readonly Value: string }[];
    /** MiB; the container is ended when it takes more. */
    readonly Memory?: number;
    /** MiB. */
    readonly MemoryReservation?: number;
  }[];
  readonly Cpu?: string;
  readonly Memory?: string;
  readonly TaskRoleArn?: string;
  readonly ExecutionRoleArn?: string;
}

export interface StartedTasks {
  readonly Tasks: readonly EcsTask[];
  /** Tasks that could not be placed. */
  readonly Failures: readonly { readonly Arn?: string; readonly Reason?: string; readonly Detail?: string }[];
}

/** A task that stops with an exit code other than 0 under `.sync` is `States.TaskFailed`. */
export type EcsError =
  | "ECS.AccessDeniedException"
  | "ECS.AmazonECSException"
  | "ECS.BlockedException"
  | "ECS.ClientException"
  | "ECS.ClusterNotFoundException"
  | "ECS.InvalidParameterException"
  | "ECS.PlatformTaskDefinitionIncompatibilityException"
  | "ECS.PlatformUnknownException"
  | "ECS.SdkClientException"
  | "ECS.ServerException"
  | "ECS.UnsupportedFeatureException";

export interface RunEcsTask {
  /**
   * Runs a task of ECS and goes on when it was begun; with `resumedBy`, when a container sends the task token. Nothing is retried
   * by default, since a repeated call is a second task.
   *
   * @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
   */
  (target: EcsTarget): ResumableTask<Closed<RunTask>, StartedTasks, EcsError>;
  /** Waits until the task has stopped; the value is its description. STANDARD workflows only. */
  sync(target: EcsTarget): Task<Closed<Omit<RunTask, "Count">>, EcsTask, EcsError>;
}

export const runTask: RunEcsTask = Object.assign(
  (target: EcsTarget) => createResumableServiceTask(call(target, "")) as never,
  {
    sync: (target: EcsTarget) => createServiceTask(call(target, ".sync")) as never,
  },
);

function call(target: EcsTarget, pattern: "" | ".sync"): ServiceTask {
  const constants = constantsOf(target);
  return {
    integration: `ecs:runTask${pattern}`,
    arguments: (input: ExpressionNode) => withConstants(constantNodes(constants), input),
    output: (result) => result,
    placeholders: placeholdersOfConstants(constants),
    bounds: rolesOf(target),
    retry: [],
  };
}

function constantsOf({ taskDefinition, cluster, launchType }: EcsTarget): Constants {
  return {
    TaskDefinition: taskDefinition,
    ...(cluster !== undefined && { Cluster: cluster }),
    ...(launchType !== undefined && { LaunchType: launchType }),
  };
}

function rolesOf({ taskRole, executionRole }: EcsTarget): ArgumentBounds {
  return {
    "TaskDefinition.TaskRoleArn": taskRole ?? [],
    "TaskDefinition.ExecutionRoleArn": executionRole ?? [],
  };
}
