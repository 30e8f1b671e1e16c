import { runtimeFailure } from "../../failure.js";
import type { Json } from "../../json.js";
import type { SeededRandom } from "../../random.js";
import type { PathScope } from "../evaluate-path.js";
import { findPath } from "../read-path.js";
import { ArgumentReader, IntrinsicArgumentError, refuseArguments } from "./argument-readers.js";
import {
  array,
  arrayContains,
  arrayGetItem,
  arrayLength,
  arrayPartition,
  arrayRange,
  arrayUnique,
} from "./array-functions.js";
import type { IntrinsicArgument, IntrinsicCall } from "./intrinsic-call.js";
import { mathAdd, mathRandom } from "./number-functions.js";
import { parseIntrinsic } from "./parse-intrinsic.js";
import { base64Decode, base64Encode, format, hash, jsonToString, stringSplit, stringToJson } from "./text-functions.js";

interface IntrinsicScope extends PathScope {
  readonly random: SeededRandom;
}

type IntrinsicFunction = (args: ArgumentReader, random: SeededRandom) => Json;

const functions: Readonly<Record<string, IntrinsicFunction>> = {
  "States.Array": array,
  "States.ArrayContains": arrayContains,
  "States.ArrayGetItem": arrayGetItem,
  "States.ArrayLength": arrayLength,
  "States.ArrayPartition": arrayPartition,
  "States.ArrayRange": arrayRange,
  "States.ArrayUnique": arrayUnique,
  "States.Base64Decode": base64Decode,
  "States.Base64Encode": base64Encode,
  "States.Format": format,
  "States.Hash": hash,
  "States.JsonMerge": jsonMerge,
  "States.JsonToString": jsonToString,
  "States.MathAdd": mathAdd,
  "States.MathRandom": mathRandom,
  "States.StringSplit": stringSplit,
  "States.StringToJson": stringToJson,
  "States.UUID": uuid,
};

/** Why the whole of a text fails, said of the innermost call that does. */
class IntrinsicError extends Error {}

/**
 * Evaluates an intrinsic function.
 *
 * @throws StateFailure `States.Runtime`: Step Functions documents `States.IntrinsicFailure`, but does not use it.
 */
export function evaluateIntrinsic(text: string, scope: IntrinsicScope): Json {
  const call = parseIntrinsic(text);
  try {
    return evaluateCall(call, scope);
  } catch (error) {
    if (!(error instanceof IntrinsicError)) throw error;
    throw runtimeFailure(`There was an error while evaluating the intrinsic function: ${call.text}. ${error.message}`);
  }
}

function evaluateCall(call: IntrinsicCall, scope: IntrinsicScope): Json {
  const run = functions[call.name];
  const keepsEscapes = call.name === "States.Format";
  const args = call.args.map((argument, i) => evaluateArgument(argument, scope, keepsEscapes && i === 0));
  try {
    return run === undefined ? refuseArguments() : run(new ArgumentReader(args), scope.random);
  } catch (error) {
    if (!(error instanceof IntrinsicArgumentError)) throw error;
    const problem = error.message === "" ? "" : `: ${error.message}`;
    throw new IntrinsicError(`Invalid ${error.what} in ${call.name}${problem}`);
  }
}

function evaluateArgument(argument: IntrinsicArgument, scope: IntrinsicScope, keepsEscapes: boolean): Json {
  switch (argument.kind) {
    case "value":
      return argument.value;
    case "string":
      return keepsEscapes ? argument.raw : argument.raw.replaceAll(/\\(['{}\\])/g, "$1");
    case "path":
      return readArgument(argument.text, scope);
    case "call":
      return evaluateCall(argument.call, scope);
  }
}

function readArgument(path: string, scope: IntrinsicScope): Json {
  const value = findPath(path, scope);
  if (value !== undefined) return value;
  throw new IntrinsicError(
    `The JsonPath argument for the field '${path}' could not be found in the input '${JSON.stringify(scope.input)}'`,
  );
}

/** Only shallow merges exist; the last argument says so. */
function jsonMerge(args: ArgumentReader): Json {
  args.expectCount(3);
  if (args.boolean(2)) refuseArguments();
  return { ...args.object(0), ...args.object(1) };
}

function uuid(args: ArgumentReader, random: SeededRandom): Json {
  args.expectCount(0);
  return random.nextUuid();
}
