export { type SecretOptions, secretFields, secretText } from "./read-secret.js";
