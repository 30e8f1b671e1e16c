import { describeCases, distributedMap } from "../../../test/validation-cases.js";

const parquet = (fields: object) =>
  distributedMap({
    ItemReader: {
      Resource: "arn:aws:states:::s3:getObject",
      ReaderConfig: { InputType: "PARQUET" },
      Arguments: { Bucket: "b", Key: "k.parquet", ...fields },
    },
  });
const listing = (Prefix: string) =>
  distributedMap({
    ItemReader: { Resource: "arn:aws:states:::s3:listObjectsV2", Arguments: { Bucket: "b", Prefix } },
  });

describeCases([
  {
    title: "warns of a version of a Parquet file",
    refused: parquet({ VersionId: "v" }),
    findings: ["reader-arguments at /States/X/ItemReader/Arguments/VersionId"],
    accepted: parquet({}),
  },
  {
    title: "warns of a prefix that does not end a folder",
    refused: listing("orders"),
    findings: ["reader-arguments at /States/X/ItemReader/Arguments/Prefix"],
    accepted: listing("orders/"),
  },
  {
    title: "takes a prefix that is only known when it runs",
    refused: listing("orders/2030"),
    findings: ["reader-arguments at /States/X/ItemReader/Arguments/Prefix"],
    accepted: listing("{% $states.input.prefix %}"),
  },
]);
