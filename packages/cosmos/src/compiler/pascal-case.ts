/** `open-carts` → `OpenCarts`: how the names of a source's placeholders and types begin. */
export function pascalCase(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());
}
