import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const editor = fileURLToPath(new URL('../src/cobuild-scheme-editor/', import.meta.url));

/** A program of the editor, as the compiler of the repository reads it. */
function programOfEditor(): ts.Program {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(`${root}tsconfig.check.json`, (path) => ts.sys.readFile(path)).config, ts.sys, root);
  return ts.createProgram([`${editor}cobuild-scheme-editor.ts`], options);
}

/** The words of a table's first language, by what declares them. */
function wordsIn(file: ts.SourceFile): ReadonlyMap<ts.Node, string> {
  const found = new Map<ts.Node, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === 'wordTables') {
      const [tables] = node.arguments;
      const [first] = tables !== undefined && ts.isObjectLiteralExpression(tables) ? tables.properties : [];
      if (first !== undefined && ts.isPropertyAssignment(first) && ts.isObjectLiteralExpression(first.initializer)) for (const word of first.initializer.properties) found.set(word, `${file.fileName.slice(editor.length)}: ${word.name?.getText(file) ?? ''}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** What a file reads by name, `words.title`, or by one of several names, `words[kind]`. */
function readIn(file: ts.SourceFile, checker: ts.TypeChecker): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const take = (symbol: ts.Symbol | undefined): void => { found.push(...symbol?.declarations ?? []); };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) take(checker.getSymbolAtLocation(node.name));
    if (ts.isElementAccessExpression(node)) {
      const name = checker.getTypeAtLocation(node.argumentExpression);
      for (const each of name.isUnion() ? name.types : [name]) if (each.isStringLiteral()) take(checker.getPropertyOfType(checker.getTypeAtLocation(node.expression), each.value));
    }
    if (ts.isBindingElement(node)) take(checker.getPropertyOfType(checker.getTypeAtLocation(node.parent), (node.propertyName ?? node.name).getText(file)));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

it('every word of the scheme editor is said somewhere', { timeout: 180_000 }, () => {
  const program = programOfEditor();
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(editor));
  const words = new Map(files.flatMap((file) => [...wordsIn(file)]));
  const read = new Set(files.flatMap((file) => readIn(file, program.getTypeChecker())));
  expect(words.size).toBeGreaterThan(300);
  expect([...words].filter(([word]) => !read.has(word)).map(([, name]) => name)).toEqual([]);
});
