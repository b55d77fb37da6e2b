import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const folder = dirname(fileURLToPath(import.meta.url));

/** What the compiler says of a module that stands beside the tables. */
function complaints(code: string): readonly string[] {
  const file = join(folder, 'tables-under-test.ts');
  const options: ts.CompilerOptions = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2020, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, customConditions: ['@cobuild/source'], skipLibCheck: true, types: [], experimentalDecorators: true, useDefineForClassFields: false };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (name) => name === file || fileExists.call(host, name);
  host.readFile = (name) => (name === file ? code : readFile.call(host, name));
  host.getSourceFile = (name, ...rest) => (name === file ? ts.createSourceFile(name, code, options.target ?? ts.ScriptTarget.ES2020, true) : getSourceFile.call(host, name, ...rest));
  const program = ts.createProgram([file], options, host);
  return program.getSemanticDiagnostics(program.getSourceFile(file)).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const table = (omitted: string): string => `
  import { en } from './en.js';
  import type { Messages } from './messages.js';
  const { ${omitted}, ...rest } = en;
  export const words: Messages = { ...rest${omitted === 'submit: kept' ? ', submit: kept' : ''} };
`;

describe('row 97: a key that one language lacks', () => {
  it('fails the build and is named', () => {
    expect(complaints(table('submit'))).toEqual([expect.stringMatching(/'submit'/)]);
  });

  it('is the only reason to fail: the same table with the key compiles', () => {
    expect(complaints(table('submit: kept'))).toEqual([]);
  });
}, 120_000);
