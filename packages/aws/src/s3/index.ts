export { athenaResults, contents, csv, csvContents, inventory, json, jsonLines, objects, parquet } from "./readers.js";
export { results } from "./results.js";
