export { schemaReader } from "./schema-reader.js";
