import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A scheme that a new one can start from. */
export interface Preset { readonly name: string; readonly folder: string }

/** The blank scheme of this package, and the example schemes: those of the repository, or the copies that an installed package brings. */
export function presets(): readonly Preset[] {
  const own = fileURLToPath(new URL('../../presets', import.meta.url));
  const places = [own, fileURLToPath(new URL('../../../../examples/schemes', import.meta.url)), fileURLToPath(new URL('../presets', import.meta.url))];
  const found = new Map<string, Preset>();
  for (const place of places) {
    if (!existsSync(place)) continue;
    for (const name of readdirSync(place).sort()) {
      const folder = join(place, name);
      if (!found.has(name) && existsSync(join(folder, 'scheme.json'))) found.set(name, { name, folder });
    }
  }
  return [...found.values()];
}
