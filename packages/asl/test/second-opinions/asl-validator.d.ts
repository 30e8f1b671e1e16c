/** The package publishes no types. */
declare module "asl-validator" {
  interface AslValidatorError {
    readonly "Error code": string;
    readonly Message: string;
  }

  export default function validate(
    definition: object,
    options?: { readonly checkPaths?: boolean; readonly checkArn?: boolean },
  ): { readonly isValid: boolean; readonly errors: readonly AslValidatorError[] };
}
