/** `./schema.cql` beside `data/shop.ts` → `data/schema.cql`. */
export function resolvePath(declaringFile: string, relative: string): string {
  const parts = declaringFile.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
