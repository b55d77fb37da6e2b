import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../e2e/watched-page.js';
import type { GallerySite } from './gallery-site.js';
import { startGallery } from './gallery-site.js';
import { ZOOMS, darkFindings, focusFindings, forcedColourFindings, layoutFindings, meaningFindings, mirroredFindings, motionFindings } from './look-over.js';
import { specimens } from './specimens/specimens.js';

let gallery: GallerySite;
let page: Page;
/** Kinds of elements whose states were compared in forced colours; each is looked at once. */
const compared = new Set<string>();

beforeAll(async () => {
  gallery = await startGallery();
  page = await gallery.open();
});
afterAll(() => gallery.close());

describe.each(specimens)('$name', ({ name }) => {
  beforeAll(() => gallery.turnTo(page, name));

  it.each(ZOOMS)('row 96: at %s has no violation, nothing cut or beyond the window, also with wide text, and targets of 24 px', async (_, width) => {
    expect(await layoutFindings(page, width)).toEqual([]);
  });

  it('row 96: Tab comes to everything, and what has the focus is marked and in sight', async () => {
    expect(await focusFindings(page)).toEqual([]);
  });

  it('says what each control is for, why something is wrong, and offers buttons where things can be dragged', async () => {
    expect(await meaningFindings(page)).toEqual([]);
  });

  it('keeps edges, states and the focus in forced colours', async () => {
    // Pictures are compared: one that a busy machine painted late is taken again.
    await expect.poll(() => forcedColourFindings(page, compared), { timeout: 60_000 }).toEqual([]);
  });

  it('stands still where less motion is asked for, is readable in the dark, and turns round from right to left', async () => {
    expect({ motion: await motionFindings(page), dark: await darkFindings(page), mirrored: await mirroredFindings(page) }).toEqual({ motion: [], dark: [], mirrored: [] });
  });
});

it('looks at every element that can be registered', () => {
  const registered = readdirSync(join(repository, 'packages/components/src/define')).filter((file) => file.startsWith('cobuild-')).map((file) => file.replace(/\.ts$/, ''));
  expect(Array.from(new Set<string>(specimens.map(({ tag }) => tag))).sort()).toEqual(registered.sort());
});
