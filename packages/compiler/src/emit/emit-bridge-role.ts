import { deriveBridgeRole, formatPolicyFile } from "@treadle/iam";
import {
  type AccessHint,
  bridgeFunctionPlaceholder,
  type DataSource,
  type TextFile,
} from "@treadle/workflow/data-source";

/** `shop.bridge.iam.json`: what the function that runs a source's statements may do. */
export function emitBridgeRole(source: DataSource, access: readonly AccessHint[]): TextFile {
  const name = bridgeFunctionPlaceholder(source.name).name.replace(/Arn$/, "Name");
  const role = deriveBridgeRole(access, { functionName: `\${${name}}` });
  return {
    file: `${source.name}.bridge.iam.json`,
    text: formatPolicyFile({ ...role, name: name.replace(/FunctionName$/, "") }),
  };
}
