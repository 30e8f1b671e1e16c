export {
  athenaResults,
  contents,
  csv,
  csvContents,
  inventory,
  json,
  jsonEntries,
  jsonLines,
  objects,
  parquet,
} from "./readers.js";
export { results } from "./results.js";
