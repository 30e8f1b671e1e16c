/**
 * A statement's name: the services it is about, and a hash of what it applies to, so that a new action keeps the name and
 * a reordered definition changes nothing.
 */
export function statementSid(actions: readonly string[], key: string): string {
  const services = [...new Set(actions.map((action) => action.split(":")[0]!))].sort().map(pascalCase);
  return `${services.length > 2 ? "Services" : services.join("")}${hash(key)}`;
}

function pascalCase(prefix: string): string {
  return prefix
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
}

/** 52 bits of a text, in base 36: enough to tell the statements of one policy apart. */
function hash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(36).padStart(11, "0");
}
