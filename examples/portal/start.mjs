// `npm start`: installs and builds what is missing or stale, then runs the portal in this process.
// PORT (default 8080) and DATA_DIR (default .data/portal) are honoured by the server.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root, run } from '../../.ci/setup.mjs';

const stamp = join(root, '.cache/build-stamp');

/** Newest change below the given paths; folders of output are left out. */
function newest(paths) {
  let latest = 0;
  const visit = (path) => {
    const stats = statSync(path);
    if (!stats.isDirectory()) {
      latest = Math.max(latest, stats.mtimeMs);
      return;
    }
    for (const name of readdirSync(path)) visit(join(path, name));
  };
  for (const path of paths) if (existsSync(join(root, path))) visit(join(root, path));
  return latest;
}

ensureDependencies();
const sources = ['core', 'rules', 'components'].flatMap((name) => [`packages/${name}/src`, `packages/${name}/package.json`]);
const built = ['packages/core/dist/index.js', 'packages/rules/dist/node/index.js', 'packages/components/dist/cobuild.js', 'examples/portal/dist/server/main.js'].every((path) => existsSync(join(root, path)));
const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
if (!built || newest([...sources, 'examples/portal/src', 'tsconfig.json', 'rollup.config.mjs']) > builtAt) {
  console.log('Building …');
  const started = new Date();
  if (!run('npm', ['run', '--silent', 'build'])) process.exit(1);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, started.toISOString());
}
await import('./dist/server/main.js');
