import { bedrock } from "./bedrock.js";
import { dynamodb } from "./dynamodb.js";
import { ec2 } from "./ec2.js";
import { events } from "./events.js";
import { keyspaces } from "./keyspaces.js";
import { kms } from "./kms.js";
import { lambda } from "./lambda.js";
import { optimised } from "./optimised.js";
import { rdsData } from "./rds-data.js";
import { redshiftData } from "./redshift-data.js";
import { s3 } from "./s3.js";
import type { SdkExceptions } from "./sdk-exceptions.js";
import { ses } from "./ses.js";
import { sns } from "./sns.js";
import { sqs } from "./sqs.js";
import { ssm } from "./ssm.js";
import { sts } from "./sts.js";
import { timestream } from "./timestream.js";

export const sdkExceptions: SdkExceptions = {
  ...bedrock,
  ...dynamodb,
  ...ec2,
  ...events,
  ...keyspaces,
  ...kms,
  ...lambda,
  ...optimised,
  ...rdsData,
  ...redshiftData,
  ...s3,
  ...ses,
  ...sns,
  ...sqs,
  ...ssm,
  ...sts,
  ...timestream,
};
