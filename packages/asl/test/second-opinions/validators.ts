import { getLanguageService, type LanguageService, TextDocument } from "amazon-states-language-service";
import aslValidator from "asl-validator";

export const validatorNames = ["asl-validator", "amazon-states-language-service"] as const;

export type ValidatorName = (typeof validatorNames)[number];

/** What a validator has against a definition; empty where it accepts it. */
export type Validator = (definition: object) => Promise<string[]>;

export const validators: Readonly<Record<ValidatorName, Validator>> = {
  async "asl-validator"(definition) {
    try {
      // It writes into what it is given.
      const { errors } = aslValidator(structuredClone(definition), { checkPaths: true, checkArn: true });
      return errors.map((error) => `${error["Error code"]} ${error.Message}`);
    } catch (error) {
      // It crashes on structures that it does not expect, which is a refusal of a kind.
      return [`throws ${String(error)}`];
    }
  },
  async "amazon-states-language-service"(definition) {
    const document = TextDocument.create("file:///definition.asl.json", "asl", 1, JSON.stringify(definition));
    service ??= getLanguageService({});
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    return found.map(({ message }) => String(message));
  },
};

let service: LanguageService | undefined;
