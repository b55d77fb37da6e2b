// Copies the example schemes into dist/presets, so that `cobuild new --from …` finds them in an installed package too.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const from = new URL('../../examples/schemes/', import.meta.url);
const to = new URL('dist/presets/', import.meta.url);
rmSync(to, { recursive: true, force: true });
for (const name of readdirSync(from)) {
  if (existsSync(new URL(`${name}/scheme.json`, from))) cpSync(fileURLToPath(new URL(name, from)), fileURLToPath(new URL(name, to)), { recursive: true });
}
