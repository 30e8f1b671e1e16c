import { type Resource, resource } from "../../policy/grant.js";
import { arnOf } from "../machine.js";
import type { TaskCall } from "../task-call.js";
import type { Integration, IntegrationAction } from "./integration.js";
import { allowManagedRule } from "./managed-rule.js";
import { allowPassRole } from "./pass-role.js";

interface Creation {
  /** `TrainingJob`: in the names of the actions. */
  readonly noun: string;
  readonly argument: string;
  /** In ARNs: `training-job/<name>`. */
  readonly resource: string;
  readonly role?: string;
  /** The API takes no role; AWS's policy for it passes that of the model, which a hint may declare. */
  readonly declaredRole?: string;
  /** Jobs end, so that Step Functions can wait for them. */
  readonly rule?: string;
  /** AWS has a policy for the API that follows and stops the job: given in both patterns, as it reaches no other job. */
  readonly followed?: true;
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/connect-sagemaker.html */
export const sageMaker: Integration = {
  service: "sagemaker",
  actions: {
    createTrainingJob: create({
      noun: "TrainingJob",
      argument: "TrainingJobName",
      resource: "training-job",
      role: "RoleArn",
      rule: "StepFunctionsGetEventsForSageMakerTrainingJobsRule",
      followed: true,
    }),
    createTransformJob: create({
      noun: "TransformJob",
      argument: "TransformJobName",
      resource: "transform-job",
      declaredRole: "Model.ExecutionRoleArn",
      rule: "StepFunctionsGetEventsForSageMakerTransformJobsRule",
      followed: true,
    }),
    createProcessingJob: create({
      noun: "ProcessingJob",
      argument: "ProcessingJobName",
      resource: "processing-job",
      role: "RoleArn",
      rule: "StepFunctionsGetEventsForSageMakerProcessingJobsRule",
    }),
    createLabelingJob: create({
      noun: "LabelingJob",
      argument: "LabelingJobName",
      resource: "labeling-job",
      role: "RoleArn",
      rule: "StepFunctionsGetEventsForSageMakerLabelingJobsRule",
    }),
    createHyperParameterTuningJob: create({
      noun: "HyperParameterTuningJob",
      argument: "HyperParameterTuningJobName",
      resource: "hyper-parameter-tuning-job",
      role: "TrainingJobDefinition.RoleArn",
      rule: "StepFunctionsGetEventsForSageMakerTuningJobsRule",
    }),
    createModel: create({ noun: "Model", argument: "ModelName", resource: "model", role: "ExecutionRoleArn" }),
    createEndpointConfig: create({
      noun: "EndpointConfig",
      argument: "EndpointConfigName",
      resource: "endpoint-config",
    }),
    createEndpoint: { derive: (call) => deriveEndpoint(call, "CreateEndpoint") },
    updateEndpoint: { derive: (call) => deriveEndpoint(call, "UpdateEndpoint") },
  },
};

function create(creation: Creation): IntegrationAction {
  return {
    ...(creation.rule && { patterns: ["sync"] }),
    derive: (call) => {
      const created = named(call, creation.argument, creation.resource);
      allowCreate(call, creation.noun, created, creation.rule !== undefined);
      if (creation.role) allowPassRole(call, creation.role, "sagemaker.amazonaws.com", "required");
      if (creation.declaredRole) allowPassRole(call, creation.declaredRole, "sagemaker.amazonaws.com", "optional");
      const waiting = creation.rule !== undefined && call.pattern === "sync";
      if (!waiting && !creation.followed) return;
      call.allow(
        [`sagemaker:Describe${creation.noun}`, `sagemaker:Stop${creation.noun}`],
        created,
        "Follows the job, and stops it.",
      );
      if (waiting) allowManagedRule(call, creation.rule);
    },
  };
}

/** Step Functions tags the jobs that it starts, and finds what it has created by its tags when it tries again. */
function allowCreate(call: TaskCall, noun: string, created: readonly Resource[], isJob: boolean): void {
  const tag = isJob || call.has("Tags") ? ["sagemaker:AddTags"] : [];
  call.allow([`sagemaker:Create${noun}`, ...tag], created, "Creates it.");
  call.allow(["sagemaker:ListTags"], created, "Finds by its tags what has been created before.");
}

/** An endpoint is authorised together with its configuration. */
function deriveEndpoint(call: TaskCall, action: "CreateEndpoint" | "UpdateEndpoint"): void {
  const endpoints = named(call, "EndpointName", "endpoint");
  const configurations = named(call, "EndpointConfigName", "endpoint-config");
  call.allow([`sagemaker:${action}`], [...endpoints, ...configurations], "Works on the endpoint.");
  if (action === "CreateEndpoint") {
    const tag = call.has("Tags") ? ["sagemaker:AddTags"] : [];
    call.allow([...tag, "sagemaker:ListTags"], endpoints, "Finds by its tags what has been created before.");
  }
}

/** SageMaker writes names in ARNs in lower case; a name made when the state runs is bounded by what is known of it. */
function named(call: TaskCall, argument: string, type: string): readonly Resource[] {
  const texts = call.texts(argument);
  if (texts.length === 0) call.missing(argument);
  return texts.map(({ pattern, wildcard }) =>
    resource(arnOf(call.machine, "sagemaker", `${type}/${lowerCase(pattern)}`), wildcard),
  );
}

function lowerCase(pattern: string): string {
  return pattern.replace(/\$\{[^}]*\}|[^$]+/g, (part) => (part.startsWith("${") ? part : part.toLowerCase()));
}
