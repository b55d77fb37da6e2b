#!/usr/bin/env node
// Loads the built command. In the repository the build is made when it is missing, so that `npm ci && npx --no-install cobuild …`
// works on a fresh clone; an installed package always has its dist.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const command = new URL('../dist/node/run-command.js', import.meta.url);
if (!existsSync(command)) {
  const repository = fileURLToPath(new URL('../../..', import.meta.url));
  if (!existsSync(new URL('../tsconfig.node.json', import.meta.url))) {
    console.error('cobuild: this installation is incomplete, dist/ is missing; install @cobuild/rules again.');
    process.exit(2);
  }
  console.error('cobuild: building once …');
  // Standard output belongs to the command's own answer.
  const build = spawnSync(process.execPath, [`${repository}node_modules/typescript-native/bin/tsc`, '-b', 'packages/rules/tsconfig.node.json'], { cwd: repository, stdio: ['ignore', 2, 2] });
  if (build.status !== 0) process.exit(2);
}
const { runCommand } = await import(command.href);
process.exitCode = await runCommand(process.argv.slice(2));
