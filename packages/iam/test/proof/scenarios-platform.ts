import { account, arn, calls, managedRule, passRole, role, type Scenario } from "./required-call.js";

const job = role("job");
const cluster = { ServiceRole: role("emr"), JobFlowRole: role("emr-ec2") };
const createCluster = [
  ...calls("elasticmapreduce:RunJobFlow", "*"),
  passRole("emr", "elasticmapreduce.amazonaws.com"),
  passRole("emr-ec2", "ec2.amazonaws.com"),
  ...calls("elasticmapreduce:AddTags", arn("elasticmapreduce", "cluster/j-1")),
  {
    action: "iam:CreateServiceLinkedRole",
    resource: `arn:aws:iam::${account}:role/aws-service-role/elasticmapreduce.amazonaws.com/AWSServiceRoleForEMRCleanup`,
    context: { "iam:AWSServiceName": "elasticmapreduce.amazonaws.com" },
  },
];
const application = arn("emr-serverless", "/applications/app1");
const applicationRule = managedRule("StepFunctionsGetEventsForEMRServerlessApplicationRule");
const titan = "arn:aws:bedrock:eu-west-1::foundation-model/amazon.titan-text-express-v1";

function sageMaker(noun: string, type: string, rule: string): readonly Scenario[] {
  const name = `${noun}Name`;
  return ["", ".sync"].map((pattern) => ({
    title: `sagemaker:create${noun}${pattern}`,
    resource: `sagemaker:create${noun}${pattern}`,
    arguments: { [name]: "fit", RoleArn: job },
    bounded: [name],
    calls: [
      ...calls(
        `sagemaker:Create${noun} sagemaker:AddTags sagemaker:ListTags${pattern && ` sagemaker:Describe${noun} sagemaker:Stop${noun}`}`,
        arn("sagemaker", `${type}/fit`),
      ),
      passRole("job", "sagemaker.amazonaws.com"),
      ...(pattern ? managedRule(rule) : []),
    ],
  }));
}

function onCluster(action: string, actions: string): Scenario {
  return {
    title: `elasticmapreduce:${action}`,
    resource: `elasticmapreduce:${action}`,
    arguments: { ClusterId: "j-1" },
    bounded: ["ClusterId"],
    calls: calls(actions, arn("elasticmapreduce", "cluster/j-1")),
  };
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html */
export const platformScenarios: readonly Scenario[] = [
  {
    title: "elasticmapreduce:createCluster",
    resource: "elasticmapreduce:createCluster",
    arguments: cluster,
    bounded: ["ServiceRole"],
    calls: createCluster,
  },
  {
    title: "elasticmapreduce:createCluster.sync",
    resource: "elasticmapreduce:createCluster.sync",
    arguments: { ...cluster, Tags: [{ Key: "k", Value: "v" }] },
    bounded: ["JobFlowRole"],
    calls: [
      ...createCluster,
      ...calls(
        "elasticmapreduce:DescribeCluster elasticmapreduce:TerminateJobFlows",
        arn("elasticmapreduce", "cluster/j-1"),
      ),
      ...managedRule("StepFunctionsGetEventForEMRRunJobFlowRule"),
    ],
  },
  onCluster("terminateCluster", "elasticmapreduce:TerminateJobFlows"),
  {
    ...onCluster("terminateCluster.sync", "elasticmapreduce:TerminateJobFlows elasticmapreduce:DescribeCluster"),
    calls: [
      ...calls(
        "elasticmapreduce:TerminateJobFlows elasticmapreduce:DescribeCluster",
        arn("elasticmapreduce", "cluster/j-1"),
      ),
      ...managedRule("StepFunctionsGetEventForEMRTerminateJobFlowsRule"),
    ],
  },
  onCluster("cancelStep", "elasticmapreduce:CancelSteps"),
  onCluster("setClusterTerminationProtection", "elasticmapreduce:SetTerminationProtection"),
  onCluster("modifyInstanceFleetByName", "elasticmapreduce:ListInstanceFleets elasticmapreduce:ModifyInstanceFleet"),
  onCluster("modifyInstanceGroupByName", "elasticmapreduce:ListInstanceGroups elasticmapreduce:ModifyInstanceGroups"),
  {
    title: "emr-containers:createVirtualCluster",
    resource: "emr-containers:createVirtualCluster",
    arguments: { Name: "v", ContainerProvider: {} },
    calls: [
      ...calls("emr-containers:CreateVirtualCluster", "*"),
      {
        action: "iam:CreateServiceLinkedRole",
        resource: `arn:aws:iam::${account}:role/aws-service-role/emr-containers.amazonaws.com/AWSServiceRoleForAmazonEMRContainers`,
        context: { "iam:AWSServiceName": "emr-containers.amazonaws.com" },
      },
    ],
  },
  ...["", ".sync"].map((pattern) => ({
    title: `emr-containers:deleteVirtualCluster${pattern}`,
    resource: `emr-containers:deleteVirtualCluster${pattern}`,
    arguments: { Id: "vc1" },
    bounded: ["Id"],
    calls: calls(
      `emr-containers:DeleteVirtualCluster${pattern && " emr-containers:DescribeVirtualCluster"}`,
      arn("emr-containers", "/virtualclusters/vc1"),
    ),
  })),
  ...["", ".sync"].map((pattern) => ({
    title: `emr-serverless:startJobRun${pattern}`,
    resource: `emr-serverless:startJobRun${pattern}`,
    arguments: { ApplicationId: "app1", ExecutionRoleArn: job },
    bounded: ["ApplicationId"],
    calls: [
      ...calls("emr-serverless:StartJobRun", application),
      passRole("job", "emr-serverless.amazonaws.com"),
      ...(pattern
        ? [
            ...calls("emr-serverless:GetJobRun emr-serverless:CancelJobRun", `${application}/jobruns/jr1`),
            ...managedRule("StepFunctionsGetEventsForEMRServerlessJobRule"),
          ]
        : []),
    ],
  })),
  ...["", ".sync"].map((pattern) => ({
    title: `emr-serverless:startApplication${pattern}`,
    resource: `emr-serverless:startApplication${pattern}`,
    arguments: { ApplicationId: "app1" },
    bounded: ["ApplicationId"],
    calls: [
      ...calls(
        `emr-serverless:StartApplication${pattern && " emr-serverless:GetApplication emr-serverless:StopApplication"}`,
        application,
      ),
      ...(pattern ? applicationRule : []),
    ],
  })),
  ...sageMaker("ProcessingJob", "processing-job", "StepFunctionsGetEventsForSageMakerProcessingJobsRule"),
  ...sageMaker("LabelingJob", "labeling-job", "StepFunctionsGetEventsForSageMakerLabelingJobsRule"),
  {
    title: "sagemaker:createModel",
    resource: "sagemaker:createModel",
    arguments: { ModelName: "m", ExecutionRoleArn: job },
    bounded: ["ModelName"],
    calls: [
      ...calls("sagemaker:CreateModel sagemaker:ListTags", arn("sagemaker", "model/m")),
      passRole("job", "sagemaker.amazonaws.com"),
    ],
  },
  {
    title: "sagemaker:createEndpointConfig",
    resource: "sagemaker:createEndpointConfig",
    arguments: { EndpointConfigName: "c" },
    bounded: ["EndpointConfigName"],
    calls: calls("sagemaker:CreateEndpointConfig sagemaker:ListTags", arn("sagemaker", "endpoint-config/c")),
  },
  {
    title: "sagemaker:createEndpoint",
    resource: "sagemaker:createEndpoint",
    arguments: { EndpointName: "e", EndpointConfigName: "c", Tags: [{ Key: "k", Value: "v" }] },
    bounded: ["EndpointName"],
    calls: [
      ...calls("sagemaker:CreateEndpoint", arn("sagemaker", "endpoint/e"), arn("sagemaker", "endpoint-config/c")),
      ...calls("sagemaker:AddTags sagemaker:ListTags", arn("sagemaker", "endpoint/e")),
    ],
  },
  {
    title: "sagemaker:updateEndpoint",
    resource: "sagemaker:updateEndpoint",
    arguments: { EndpointName: "e", EndpointConfigName: "c" },
    bounded: ["EndpointName"],
    calls: calls("sagemaker:UpdateEndpoint", arn("sagemaker", "endpoint/e"), arn("sagemaker", "endpoint-config/c")),
  },
  ...["", ".sync"].map((pattern) => ({
    title: `sagemaker:createHyperParameterTuningJob${pattern}`,
    resource: `sagemaker:createHyperParameterTuningJob${pattern}`,
    arguments: { HyperParameterTuningJobName: "tune", TrainingJobDefinition: { RoleArn: job } },
    bounded: ["HyperParameterTuningJobName"],
    calls: [
      ...calls(
        `sagemaker:CreateHyperParameterTuningJob sagemaker:AddTags sagemaker:ListTags${pattern && " sagemaker:DescribeHyperParameterTuningJob sagemaker:StopHyperParameterTuningJob"}`,
        arn("sagemaker", "hyper-parameter-tuning-job/tune"),
      ),
      passRole("job", "sagemaker.amazonaws.com"),
      ...(pattern ? managedRule("StepFunctionsGetEventsForSageMakerTuningJobsRule") : []),
    ],
  })),
  {
    title: "bedrock:invokeModel by an inference profile",
    resource: "bedrock:invokeModel",
    arguments: { ModelId: "eu.amazon.nova-lite-v1:0", Body: {} },
    bounded: ["ModelId"],
    calls: [
      ...calls("bedrock:InvokeModel", arn("bedrock", "inference-profile/eu.amazon.nova-lite-v1:0")),
      {
        action: "bedrock:InvokeModel",
        resource: "arn:aws:bedrock:eu-central-1::foundation-model/amazon.nova-lite-v1:0",
        context: { "bedrock:InferenceProfileArn": arn("bedrock", "inference-profile/eu.amazon.nova-lite-v1:0") },
      },
    ],
  },
  {
    title: "bedrock:invokeModel with objects and a guardrail",
    resource: "bedrock:invokeModel",
    arguments: {
      ModelId: titan,
      Input: { S3Uri: "s3://prompts/in.json" },
      Output: { S3Uri: "s3://answers/out.json" },
      GuardrailIdentifier: "gr1",
    },
    bounded: ["ModelId"],
    calls: [
      ...calls("bedrock:InvokeModel", titan),
      ...calls("s3:GetObject", "arn:aws:s3:::prompts/in.json"),
      ...calls("s3:PutObject", "arn:aws:s3:::answers/out.json"),
      ...calls("bedrock:ApplyGuardrail", arn("bedrock", "guardrail/gr1")),
    ],
  },
  {
    title: "bedrock:createModelCustomizationJob.sync",
    resource: "bedrock:createModelCustomizationJob.sync",
    arguments: { BaseModelIdentifier: titan, RoleArn: job, JobName: "tune", CustomModelName: "mine" },
    bounded: ["BaseModelIdentifier"],
    calls: [
      ...calls("bedrock:CreateModelCustomizationJob", titan, arn("bedrock", "custom-model/titan/0a1b2c3d4e5f")),
      ...calls(
        "bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob",
        arn("bedrock", "model-customization-job/titan/0a1b2c3d4e5f"),
      ),
      passRole("job", "bedrock.amazonaws.com"),
    ],
  },
  {
    title: "aws-sdk:rekognition:detectLabels",
    resource: "aws-sdk:rekognition:detectLabels",
    arguments: { Image: { S3Object: { Bucket: "photos", Name: "in/1.jpg" } } },
    calls: [...calls("rekognition:DetectLabels", "*"), ...calls("s3:GetObject", "arn:aws:s3:::photos/in/1.jpg")],
  },
  {
    title: "aws-sdk:polly:startSpeechSynthesisTask",
    resource: "aws-sdk:polly:startSpeechSynthesisTask",
    arguments: { OutputS3BucketName: "speech", OutputS3KeyPrefix: "out/", SnsTopicArn: arn("sns", "spoken") },
    calls: [
      ...calls("polly:StartSpeechSynthesisTask", "*"),
      ...calls("s3:PutObject", "arn:aws:s3:::speech/out/0a1b.mp3"),
      ...calls("sns:Publish", arn("sns", "spoken")),
    ],
  },
  {
    title: "aws-sdk:sts:getWebIdentityToken",
    resource: "aws-sdk:sts:getWebIdentityToken",
    arguments: { Audience: ["https://partner.example"], SigningAlgorithm: "ES384", DurationSeconds: 300 },
    calls: [
      {
        action: "sts:GetWebIdentityToken",
        resource: "*",
        context: {
          "sts:DurationSeconds": "300",
          "sts:IdentityTokenAudience": ["https://partner.example"],
          "sts:SigningAlgorithm": "ES384",
        },
      },
    ],
  },
];
