// Comments, quoted text and names, and `$$` bodies may hold semicolons that end nothing.
const token = /--[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$\$[\s\S]*?\$\$|;|[^;]/g;

/** Splits a CQL script into its statements, without comments between them and without the closing semicolons. */
export function splitCql(script: string): string[] {
  const statements: string[] = [];
  let statement = "";
  for (const [text] of script.matchAll(token)) {
    if (text === ";" && !isOpenBatch(statement)) {
      if (statement.trim()) statements.push(statement.trim());
      statement = "";
    } else if (/^(?:--|\/\/|\/\*)/.test(text)) {
      statement += " ";
    } else {
      statement += text;
    }
  }
  if (statement.trim()) statements.push(statement.trim());
  return statements;
}

function isOpenBatch(statement: string): boolean {
  return /^\s*BEGIN\b/i.test(statement) && !/\bAPPLY\s+BATCH\s*$/i.test(statement);
}
