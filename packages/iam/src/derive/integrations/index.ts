import { apiGateway } from "./api-gateway.js";
import { athena } from "./athena.js";
import { batch } from "./batch.js";
import { bedrock } from "./bedrock.js";
import { bedrockAgentCore } from "./bedrock-agent-core.js";
import { codebuild } from "./codebuild.js";
import { databrew } from "./databrew.js";
import { dynamodb } from "./dynamodb.js";
import { ecs } from "./ecs.js";
import { eks } from "./eks.js";
import { emr } from "./emr.js";
import { emrContainers } from "./emr-containers.js";
import { emrServerless } from "./emr-serverless.js";
import { events } from "./events.js";
import { glue } from "./glue.js";
import { http } from "./http.js";
import type { Integration } from "./integration.js";
import { lambda } from "./lambda.js";
import { mediaConvert } from "./media-convert.js";
import { sageMaker } from "./sage-maker.js";
import { sns } from "./sns.js";
import { sqs } from "./sqs.js";
import { states } from "./states.js";

/** The optimised integrations, by the service's name in a Resource. */
export const integrations: ReadonlyMap<string, Integration> = new Map(
  [
    apiGateway,
    athena,
    batch,
    bedrock,
    bedrockAgentCore,
    codebuild,
    databrew,
    dynamodb,
    ecs,
    eks,
    emr,
    emrContainers,
    emrServerless,
    events,
    glue,
    http,
    lambda,
    mediaConvert,
    sageMaker,
    sns,
    sqs,
    states,
  ].map((integration) => [integration.service, integration]),
);
