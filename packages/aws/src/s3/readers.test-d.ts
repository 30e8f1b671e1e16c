import type { ItemReader } from "@treadle/workflow";
import { expectTypeOf } from "vitest";
import { contents, csvContents, json, type ListedObject, objects } from "./readers.js";
import { results } from "./results.js";

const bucket = "b";

expectTypeOf(objects({ bucket, prefix: "in/" })).toEqualTypeOf<ItemReader<ListedObject>>();
expectTypeOf(objects({ bucket, maxItems: 1 })).toEqualTypeOf<ItemReader<ListedObject>>();
expectTypeOf(contents<{ id: string }>({ bucket, type: "JSONL" })).toEqualTypeOf<ItemReader<{ id: string }>>();
expectTypeOf(csvContents<"id">({ bucket })).toEqualTypeOf<ItemReader<{ readonly id: string }>>();
expectTypeOf(json<number>({ bucket })).toEqualTypeOf<ItemReader<number>>();

// @ts-expect-error nothing is listed without a bucket
objects({ prefix: "in/" });
// @ts-expect-error a listing has no key
objects({ bucket, key: "in/a.json" });
// @ts-expect-error one object has no prefix
json({ bucket, prefix: "in/" });
// @ts-expect-error a prefix is a text; what is computed goes into the step's `from`
objects({ bucket, prefix: () => "in/" });
// @ts-expect-error results are written under a prefix, which no step computes
results({ bucket });
