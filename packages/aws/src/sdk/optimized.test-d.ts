import {
  GetQueryExecutionCommand,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
} from "@aws-sdk/client-athena";
import { StartBuildCommand } from "@aws-sdk/client-codebuild";
import { PutItemCommand } from "@aws-sdk/client-dynamodb";
import { resumedBy, type Task, workflow } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import { awsSdk, optimized } from "../index.js";

type Given<T> = T extends { readonly __output?: infer O } ? O : never;
type Taken<T> = T extends Task<infer I, unknown, string> ? I : never;

const started = optimized("athena:startQueryExecution", StartQueryExecutionCommand, {
  constants: { WorkGroup: "reports" },
  errors: ["Athena.TooManyRequestsException"],
});
expectTypeOf<Given<typeof started>>().toEqualTypeOf<{ readonly QueryExecutionId?: string }>();
expectTypeOf<Extract<keyof Taken<typeof started>, "WorkGroup">>().toEqualTypeOf<never>();

const awaited = optimized("athena:startQueryExecution.sync", StartQueryExecutionCommand, GetQueryExecutionCommand, {
  present: ["QueryExecution.ResultConfiguration.OutputLocation"],
});
expectTypeOf<
  Given<typeof awaited>["QueryExecution"]["ResultConfiguration"]["OutputLocation"]
>().toEqualTypeOf<string>();

const built = optimized("codebuild:startBuild.sync", StartBuildCommand, { present: ["Build.BuildStatus"] });
expectTypeOf<Given<typeof built>["Build"]["Logs"]>().toEqualTypeOf<
  NonNullable<Given<typeof built>["Build"]["Logs"]> | undefined
>();

// What AWS does not document is nobody's guess.
const undocumented = optimized("databrew:startJobRun.sync", StartBuildCommand);
expectTypeOf<Given<typeof undocumented>>().toEqualTypeOf<unknown>();

workflow<{ day: string }>("Report")
  .task("query", awaited, (s) => ({ QueryString: `SELECT * FROM sales WHERE day = '${s.input.day}'` }))
  .return((s) => s.query.QueryExecution.ResultConfiguration.OutputLocation);

// @ts-expect-error stopping a query is no job that could be waited for
optimized("athena:stopQueryExecution.sync", StopQueryExecutionCommand);
// @ts-expect-error no integration waits for a token here
optimized("codebuild:startBuild.waitForTaskToken", StartBuildCommand);
// @ts-expect-error an action without an integration of its own: `awsSdk` calls it
optimized("dynamodb:scan", PutItemCommand);
// @ts-expect-error the result is what another command gives
optimized("athena:startQueryExecution.sync", StartQueryExecutionCommand);
optimized("athena:startQueryExecution.sync", StartQueryExecutionCommand, GetQueryExecutionCommand, {
  // @ts-expect-error "Rows" is no member of what the action gives
  present: ["Rows"],
});
// @ts-expect-error the integration cannot wait for a token
resumedBy<{ ok: boolean }>()(built);
// @ts-expect-error the SDK integration cannot wait for a job
awsSdk(StartQueryExecutionCommand).sync;
