/** `${Name}`, `${Logical.Attribute}` or `${AWS::Region}`, as deployment tools fill them in. */
const placeholderPattern = /\$\{([A-Za-z_][\w.:-]*)\}/g;

/** Names of the placeholders in a text, in order, each once. */
export function findPlaceholders(text: string): string[] {
  return [...new Set([...text.matchAll(placeholderPattern)].map((match) => match[1]!))];
}

export function hasPlaceholder(text: string): boolean {
  return text.search(placeholderPattern) !== -1;
}

/** Puts values in; a placeholder without a value stays. */
export function fillPlaceholders(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholderPattern, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );
}

export function toPlaceholder(name: string): string {
  return `\${${name}}`;
}
