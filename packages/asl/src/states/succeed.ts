import { commonFieldOrder, type JsonataOutput, type PathInputOutput, type StateFields } from "./common.js";

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/state-succeed.html */
export interface SucceedState extends StateFields<"Succeed">, PathInputOutput, JsonataOutput {}

export const succeedFieldOrder = [...commonFieldOrder, "InputPath", "OutputPath", "Output"] as const;
