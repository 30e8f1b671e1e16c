import { expectedArguments } from "./expected-arguments.js";
import type { IntegrationPattern } from "./resource-arn.js";

/** One API that Step Functions calls through an integration of its own, beside the AWS SDK ones. */
export interface OptimisedIntegration {
  readonly patterns: readonly IntegrationPattern[];
  /** Arguments that AWS demands when the machine is created. */
  readonly required?: readonly string[];
  /** Arguments that AWS refuses with `.sync`, since the integration sets them itself. */
  readonly reservedInSync?: readonly string[];
  /** Arguments that only the service itself demands, when it is called; `A|B` is one of the two. */
  readonly expected?: readonly string[];
}

const call = ["requestResponse"] as const;
const callOrToken = ["requestResponse", "waitForTaskToken"] as const;
const callOrSync = ["requestResponse", "sync"] as const;
const callOrAny = ["requestResponse", "sync", "waitForTaskToken"] as const;

const apis = (names: string, patterns: readonly IntegrationPattern[]): Record<string, OptimisedIntegration> =>
  Object.fromEntries(names.split(" ").map((name) => [name, { patterns }]));

/** The integrations of a service by their APIs; a service may be named like a member that every object has. */
export function optimisedIntegrationsOf(service: string): Readonly<Record<string, OptimisedIntegration>> | undefined {
  return Object.hasOwn(optimisedIntegrations, service) ? optimisedIntegrations[service] : undefined;
}

export function findOptimisedIntegration(service: string, api: string): OptimisedIntegration | undefined {
  const known = optimisedIntegrationsOf(service);
  return known && Object.hasOwn(known, api) ? known[api] : undefined;
}

/**
 * Service → API → what it allows.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export const optimisedIntegrations: Readonly<Record<string, Readonly<Record<string, OptimisedIntegration>>>> =
  withExpected({
    apigateway: { invoke: { patterns: callOrToken } },
    athena: {
      startQueryExecution: { patterns: callOrSync },
      ...apis("stopQueryExecution getQueryExecution getQueryResults", call),
    },
    batch: { submitJob: { patterns: callOrSync } },
    bedrock: {
      invokeModel: { patterns: callOrToken },
      createModelCustomizationJob: { patterns: callOrSync },
    },
    bedrockagentcore: { invokeHarness: { patterns: call } },
    codebuild: {
      ...apis("startBuild startBuildBatch retryBuildBatch", callOrSync),
      ...apis("stopBuild batchDeleteBuilds batchGetReports stopBuildBatch batchGetBuildBatches", call),
    },
    databrew: { startJobRun: { patterns: callOrSync } },
    dynamodb: {
      getItem: { patterns: call, required: ["TableName", "Key"] },
      putItem: { patterns: call, required: ["TableName", "Item"] },
      updateItem: { patterns: call, required: ["TableName", "Key"] },
      deleteItem: { patterns: call, required: ["TableName", "Key"] },
    },
    ecs: {
      runTask: { patterns: callOrAny, required: ["TaskDefinition"], reservedInSync: ["Count", "StartedBy"] },
    },
    eks: {
      ...apis("createCluster deleteCluster createFargateProfile deleteFargateProfile", callOrSync),
      ...apis("createNodegroup deleteNodegroup", callOrSync),
      runJob: { patterns: callOrAny },
      call: { patterns: callOrToken },
    },
    elasticmapreduce: {
      ...apis("createCluster terminateCluster addStep", callOrSync),
      ...apis("setClusterTerminationProtection cancelStep modifyInstanceFleetByName modifyInstanceGroupByName", call),
    },
    "emr-containers": {
      ...apis("createVirtualCluster", call),
      ...apis("deleteVirtualCluster startJobRun", callOrSync),
    },
    "emr-serverless": apis(
      "createApplication startApplication stopApplication deleteApplication startJobRun cancelJobRun",
      callOrSync,
    ),
    events: { putEvents: { patterns: callOrToken, required: ["Entries"] } },
    glue: { startJobRun: { patterns: callOrSync, required: ["JobName"] } },
    http: { invoke: { patterns: call } },
    lambda: { invoke: { patterns: callOrToken, required: ["FunctionName"] } },
    mediaconvert: { createJob: { patterns: callOrSync } },
    sagemaker: {
      ...apis(
        "createTrainingJob createTransformJob createProcessingJob createLabelingJob createHyperParameterTuningJob",
        callOrSync,
      ),
      ...apis("createEndpoint createEndpointConfig createModel updateEndpoint", call),
    },
    sns: { publish: { patterns: callOrToken, required: ["Message"] } },
    sqs: { sendMessage: { patterns: callOrToken, required: ["QueueUrl", "MessageBody"] } },
    states: {
      startExecution: {
        patterns: ["requestResponse", "sync", "sync:2", "waitForTaskToken"],
        required: ["StateMachineArn"],
      },
    },
  });

function withExpected(
  services: Readonly<Record<string, Readonly<Record<string, OptimisedIntegration>>>>,
): Readonly<Record<string, Readonly<Record<string, OptimisedIntegration>>>> {
  return Object.fromEntries(
    Object.entries(services).map(([service, actions]) => [
      service,
      Object.fromEntries(
        Object.entries(actions).map(([api, integration]) => {
          const expected = expectedArguments[`${service}:${api}`];
          return [api, expected ? { ...integration, expected } : integration];
        }),
      ),
    ]),
  );
}
