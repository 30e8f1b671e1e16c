import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { CorpusCase } from "./suite.js";

/** Reads a JSON Lines file as a stream. @throws an Error that names file and line where a line is no case. */
export async function* readCases(path: string): AsyncGenerator<CorpusCase> {
  const lines = createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    yield parseCase(line, `${path}:${number}`);
  }
}

function parseCase(line: string, place: string): CorpusCase {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new Error(`${place}: not JSON (${(error as Error).message})`);
  }
  if (typeof value !== "object" || value === null || typeof (value as { id?: unknown }).id !== "string") {
    throw new Error(`${place}: a case needs an "id"`);
  }
  return value as CorpusCase;
}
