/** Steps from the definition to a value: a string is a key, a number an index. */
export type Path = readonly (string | number)[];

/** RFC 6901. */
export function toPointer(path: Path): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** The form in which Step Functions gives places: `/States/X/Choices[0]/Next`, names unescaped. */
export function toAwsLocation(path: Path): string {
  if (path.length === 0) return "/";
  return path.map((step) => (typeof step === "number" ? `[${step}]` : `/${step}`)).join("");
}

/** The path that a JSON Pointer stands for in this value, which tells indexes from keys made of digits. */
export function fromPointer(root: unknown, pointer: string): Path {
  let value = root;
  return pointer
    .split("/")
    .slice(1)
    .map((step) => {
      const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
      const isIndex = Array.isArray(value);
      value = (value as Record<string, unknown> | undefined)?.[key];
      return isIndex ? Number(key) : key;
    });
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string | number, unknown> | undefined)?.[step], root);
}
