/**
 * What Step Functions gives when it has waited for a job: what the action itself gives; what the command that describes the job
 * gives, or one member of that; or something that AWS does not document.
 */
interface Action {
  readonly sync?: "same" | "described" | "undocumented" | { readonly described: string };
}

/**
 * Optimised integrations whose arguments are those of a command of the AWS SDK. Those without such a command, or with arguments of
 * their own, have functions: `lambda.invoke`, `ecs.runTask`, …
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
export const optimizedActions = {
  "athena:getQueryExecution": {},
  "athena:getQueryResults": {},
  "athena:startQueryExecution": { sync: "described" },
  "athena:stopQueryExecution": {},
  "bedrock:createModelCustomizationJob": { sync: "undocumented" },
  "codebuild:batchDeleteBuilds": {},
  "codebuild:batchGetReports": {},
  "codebuild:retryBuildBatch": { sync: "same" },
  "codebuild:startBuild": { sync: "same" },
  "codebuild:startBuildBatch": { sync: "same" },
  "codebuild:stopBuild": {},
  "codebuild:stopBuildBatch": {},
  "databrew:startJobRun": { sync: "undocumented" },
  "eks:createCluster": { sync: "undocumented" },
  "eks:createFargateProfile": { sync: "undocumented" },
  "eks:createNodegroup": { sync: "undocumented" },
  "eks:deleteCluster": { sync: "undocumented" },
  "eks:deleteFargateProfile": { sync: "undocumented" },
  "eks:deleteNodegroup": { sync: "undocumented" },
  "emr-containers:createVirtualCluster": {},
  "emr-containers:deleteVirtualCluster": { sync: "undocumented" },
  "emr-containers:startJobRun": { sync: { described: "JobRun" } },
  "emr-serverless:cancelJobRun": { sync: "undocumented" },
  "emr-serverless:createApplication": { sync: "undocumented" },
  "emr-serverless:deleteApplication": { sync: "undocumented" },
  "emr-serverless:startApplication": { sync: "undocumented" },
  "emr-serverless:startJobRun": { sync: { described: "JobRun" } },
  "emr-serverless:stopApplication": { sync: "undocumented" },
  "mediaconvert:createJob": { sync: "undocumented" },
  "sagemaker:createEndpoint": {},
  "sagemaker:createEndpointConfig": {},
  "sagemaker:createHyperParameterTuningJob": { sync: "described" },
  "sagemaker:createLabelingJob": { sync: "described" },
  "sagemaker:createModel": {},
  "sagemaker:createProcessingJob": { sync: "described" },
  "sagemaker:createTrainingJob": { sync: "described" },
  "sagemaker:createTransformJob": { sync: "described" },
  "sagemaker:updateEndpoint": {},
} as const satisfies Readonly<Record<string, Action>>;
