import ts from "@treadle/expressions/typescript";

/**
 * Where `type` must be written so that a module, run without its types, imports and exports values only: TypeScript's compiler
 * leaves the others out by itself, and imports that no value of the module uses. Undefined where one word does not do.
 */
export function findTypeImports(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
  valueNames: ReadonlySet<string>,
): readonly number[] | undefined {
  const isType = (name: ts.ModuleExportName): boolean => {
    const symbol = checker.getSymbolAtLocation(name);
    const meant = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return meant !== undefined && (meant.flags & ts.SymbolFlags.Value) === 0;
  };
  const isUnused = (name: ts.Identifier): boolean => !valueNames.has(name.text) || isType(name);
  const places: number[] = [];
  for (const statement of file.statements) {
    const found = ts.isImportDeclaration(statement)
      ? placesInImport(statement.importClause, isUnused)
      : placesInExport(statement, isType);
    if (found === undefined) return undefined;
    places.push(...found);
  }
  return places;
}

function placesInImport(
  clause: ts.ImportClause | undefined,
  isUnused: (name: ts.Identifier) => boolean,
): readonly number[] | undefined {
  if (clause === undefined || clause.phaseModifier !== undefined) return [];
  const { name, namedBindings } = clause;
  const named = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements : undefined;
  const unused = (named ?? []).filter((each) => !each.isTypeOnly && isUnused(each.name));
  if (name !== undefined && isUnused(name)) return namedBindings === undefined ? [clause.getStart()] : undefined;
  if (named === undefined) {
    return name === undefined && namedBindings && isUnused((namedBindings as ts.NamespaceImport).name)
      ? [clause.getStart()]
      : [];
  }
  // Where nothing is left of an import, its module is not even loaded.
  if (name === undefined && unused.length === named.length && unused.length > 0) return [clause.getStart()];
  return name === undefined && named.every((each) => each.isTypeOnly || unused.includes(each))
    ? undefined
    : unused.map((each) => each.getStart());
}

function placesInExport(statement: ts.Statement, isType: (name: ts.ModuleExportName) => boolean): readonly number[] {
  if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
  const { exportClause } = statement;
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.filter((each) => !each.isTypeOnly && isType(each.name)).map((each) => each.getStart());
}
