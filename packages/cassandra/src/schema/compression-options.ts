type Options = { readonly [key: string]: string };

const classPackage = "org.apache.cassandra.io.compress.";

/** Each compressor with the options of its own. */
const compressors: { readonly [className: string]: { readonly [option: string]: (value: string) => boolean } } = {
  DeflateCompressor: {},
  LZ4Compressor: {
    lz4_compressor_type: (value) => value === "fast" || value === "high",
    lz4_high_compressor_level: (value) => isWhole(value, 1, 17),
  },
  NoopCompressor: {},
  SnappyCompressor: {},
  ZstdCompressor: { compression_level: (value) => isWhole(value, -131_072, 22) },
};

const isWhole = (value: string, least: number, most: number): boolean =>
  /^-?\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/**
 * What is wrong with the options of a table's compression.
 *
 * @see https://cassandra.apache.org/doc/5.0/cassandra/managing/operating/compression.html
 */
export function compressionFault(options: Options): string | undefined {
  const { enabled = "true", class: className, ...others } = options;
  if (Object.keys(options).length === 0) return undefined;
  if (enabled.toLowerCase() !== "true") {
    const alone = Object.keys(options).length === 1;
    return alone ? undefined : "With 'enabled': 'false' compression takes no other option.";
  }
  if (className === undefined) return 'compression needs its "class".';
  if (className === "") return "The compression class is empty.";
  const { chunk_length_in_kb: chunk, min_compress_ratio: ratio, ...own } = others;
  return (chunk && chunkFault(chunk)) ?? (ratio && ratioFault(ratio)) ?? classFault(className, own);
}

function classFault(className: string, options: Options): string | undefined {
  const simple = className.replace(classPackage, "");
  const known = compressors[simple];
  if (known === undefined) {
    // A class of one's own may be anywhere else.
    if (simple.includes(".")) return undefined;
    return `There is no compression class "${className}": those are ${Object.keys(compressors).join(", ")}.`;
  }
  for (const [option, value] of Object.entries(options)) {
    const isRight = known[option];
    if (isRight === undefined) return `${simple} has no option "${option}".`;
    if (!isRight(value)) return `${option} of ${simple} cannot be ${value}.`;
  }
  return undefined;
}

function chunkFault(chunk: string): string | undefined {
  const length = /^\d+$/.test(chunk) ? Number(chunk) : 0;
  if (length <= 0) return "chunk_length_in_kb is a power of two above 0.";
  return (length & (length - 1)) === 0 ? undefined : `chunk_length_in_kb is a power of two, not ${chunk}.`;
}

function ratioFault(ratio: string): string | undefined {
  const number = Number(ratio);
  return number === 0 || number >= 1 ? undefined : "min_compress_ratio is 0, or 1 and more.";
}
