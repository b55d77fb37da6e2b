import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story } from '../src/server/demonstration-tale.js';
import { examples } from './portal-harness.js';

/** A folder with the story of Qianjiang without the projects of 2022, which take minutes to tell: those of this year. */
export const storyOfThisYear = (): string => partOfStory('qianjiang-innovation', ({ cases, cadence }) => ({ ...(cadence === undefined ? {} : { cadence }), cases: cases?.filter(({ daysAgo }) => daysAgo !== undefined) ?? [] }));

/**
 * A folder with a part of the story of a demonstration.
 *
 * @param base - Name of the scheme's folder; its demonstration is beside it.
 */
export function partOfStory(base: string, part: (whole: Story) => Story): string {
  const folder = mkdtempSync(join(tmpdir(), 'cobuild-story-'));
  for (const name of [base, `${base}-demo`]) cpSync(join(examples, name, 'cases.jsonl'), join(folder, name, 'cases.jsonl'));
  const whole = JSON.parse(readFileSync(join(examples, `${base}-demo`, 'story.json'), 'utf8')) as Story;
  writeFileSync(join(folder, `${base}-demo`, 'story.json'), JSON.stringify(part(whole)));
  return folder;
}
