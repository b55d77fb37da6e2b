// Types of everything that is not built, and lint, in one process: both ask the same questions about types, and the answers are found once.
import { ESLint } from 'eslint';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './setup.mjs';

const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.check.json'), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (problem) => { throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, '\n')); },
});
// Rules walk upwards, too: every node knows its parent.
const program = ts.createProgram(config.fileNames, config.options, ts.createCompilerHost(config.options, true));
const problems = ts.sortAndDeduplicateDiagnostics([...config.errors, ...ts.getPreEmitDiagnostics(program)]);
process.stdout.write(ts.formatDiagnostics(problems, { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => '\n' }));

const eslint = new ESLint({ cwd: root, overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parserOptions: { programs: [program] } } }] });
const results = await eslint.lintFiles(['.']);
process.stdout.write(await (await eslint.loadFormatter('stylish')).format(results));
process.exitCode = problems.length === 0 && results.every(({ errorCount, fatalErrorCount }) => errorCount + fatalErrorCount === 0) ? 0 : 1;
