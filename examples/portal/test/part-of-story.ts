import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Story } from '../src/server/demonstration-tale.js';
import { examples } from './portal-harness.js';

/** A folder with the story of Qianjiang without the projects of 2022, which take minutes to tell: those of this year. */
export function storyOfThisYear(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cobuild-story-'));
  for (const name of ['qianjiang-innovation', 'qianjiang-innovation-demo']) cpSync(join(examples, name, 'cases.jsonl'), join(folder, name, 'cases.jsonl'));
  const { cases, cadence } = JSON.parse(readFileSync(join(examples, 'qianjiang-innovation-demo', 'story.json'), 'utf8')) as Story;
  writeFileSync(join(folder, 'qianjiang-innovation-demo', 'story.json'), JSON.stringify({ cadence, cases: cases?.filter(({ daysAgo }) => daysAgo !== undefined) }));
  return folder;
}
