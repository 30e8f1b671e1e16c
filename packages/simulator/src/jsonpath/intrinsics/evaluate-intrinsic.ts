import { StateFailure } from "../../failure.js";
import type { Json } from "../../json.js";
import type { SeededRandom } from "../../random.js";
import type { PathScope } from "../evaluate-path.js";
import { readPath } from "../read-path.js";
import { ArgumentReader, IntrinsicArgumentError } from "./argument-readers.js";
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

/** Evaluates an intrinsic function. @throws StateFailure `States.IntrinsicFailure` */
export function evaluateIntrinsic(text: string, scope: IntrinsicScope): Json {
  return evaluateCall(parseIntrinsic(text), scope);
}

function evaluateCall(call: IntrinsicCall, scope: IntrinsicScope): Json {
  const run = functions[call.name];
  const keepsEscapes = call.name === "States.Format";
  const args = call.args.map((argument, i) => evaluateArgument(argument, scope, keepsEscapes && i === 0));
  try {
    if (run === undefined) throw new IntrinsicArgumentError("is not known");
    return run(new ArgumentReader(args), scope.random);
  } catch (error) {
    if (!(error instanceof IntrinsicArgumentError)) throw error;
    throw new StateFailure(
      "States.IntrinsicFailure",
      `The function '${call.text}' had the following error: ${call.name} ${error.message}`,
      { located: true },
    );
  }
}

function evaluateArgument(argument: IntrinsicArgument, scope: IntrinsicScope, keepsEscapes: boolean): Json {
  switch (argument.kind) {
    case "value":
      return argument.value;
    case "string":
      return keepsEscapes ? argument.raw : argument.raw.replaceAll(/\\(['{}\\])/g, "$1");
    case "path":
      return readPath(argument.text, scope);
    case "call":
      return evaluateCall(argument.call, scope);
  }
}

/** Only shallow merges exist; the last argument says so. */
function jsonMerge(args: ArgumentReader): Json {
  args.expectCount(3);
  if (args.boolean(2)) throw new IntrinsicArgumentError("merges shallowly only, so its third argument must be false");
  return { ...args.object(0), ...args.object(1) };
}

function uuid(args: ArgumentReader, random: SeededRandom): Json {
  args.expectCount(0);
  return random.nextUuid();
}
