import type { ReaderConfig } from "../definition.js";
import { StateFailure } from "../failure.js";
import { isJsonObject, type Json } from "../json.js";
import type { StoredObject } from "../options.js";
import type { Strand } from "../strand.js";
import { parseCsvItems } from "./csv.js";
import { type MapItems, toMapItems } from "./map-items.js";
import { readText } from "./object-text.js";
import { parseParquetItems } from "./parquet.js";

/** The items in an object, by the reader's InputType. @throws StateFailure `States.ItemReaderFailed` */
export async function parseItems(
  object: StoredObject,
  config: ReaderConfig,
  source: string,
  strand: Strand,
): Promise<MapItems> {
  switch (config.InputType) {
    case "CSV":
      return { source, values: parseCsvItems(readText(object), config) };
    case "JSONL":
      return { source, values: parseLines(readText(object)) };
    case "PARQUET":
      return { source, values: await strand.run.clock.external(parseParquetItems(object), strand.abort) };
    default: {
      const items = toMapItems(followPointer(parseJson(readText(object)), config.ItemsPointer), source, strand);
      if (items) return items;
      throw new StateFailure("States.ItemReaderFailed", "Attempting to map over non-iterable node.");
    }
  }
}

function parseLines(text: string): Json[] {
  return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [parseJson(line)]));
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new StateFailure("States.ItemReaderFailed", "Attempting to parse invalid JSON.");
  }
}

function followPointer(value: Json, pointer: string | undefined): Json {
  let found: Json | undefined = value;
  for (const part of (pointer ?? "").split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isJsonObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found !== undefined) return found;
  throw new StateFailure(
    "States.ItemReaderFailed",
    "The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.",
  );
}
