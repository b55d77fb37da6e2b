import { page, userEvent } from 'vitest/browser';
import type { CaseAction } from '@cobuild/rules';
import type { GaomingPlay } from '../../../.storybook/gaoming-states.js';
import { actor } from '../../../.storybook/gaoming.js';
import type { CobuildReview } from '../src/cobuild-review/cobuild-review.js';
import '../src/define/cobuild-review.js';
import { find, mount } from './mount.js';

export const town = actor('reviewer-hecheng');

export async function mountReview(play: GaomingPlay, properties: Partial<CobuildReview> = {}): Promise<CobuildReview> {
  const review = await mount<CobuildReview>('cobuild-review', { scheme: play.scheme, state: play.state, actor: town, today: '2026-03-06', ...properties });
  await review.shadowRoot?.querySelector('cobuild-form')?.updateComplete;
  return review;
}

/** Actions that come out, none of them done. */
export function watch(review: CobuildReview): CaseAction[] {
  const seen: CaseAction[] = [];
  review.addEventListener('cobuild-action', ({ detail }) => seen.push(detail.action));
  return seen;
}

export const focused = (review: CobuildReview): Element | null => review.shadowRoot?.activeElement ?? null;
/** A button with these words. */
export const buttonNamed = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('button', { name, exact: true });
export const radio = (name: string): ReturnType<typeof page.getByRole> => page.getByRole('radio', { name, exact: true });
export const summary = (review: CobuildReview): string => review.shadowRoot?.querySelector('#error-summary')?.textContent ?? '';
export const form = (review: CobuildReview): HTMLElement & { shadowRoot: ShadowRoot } => find(review, 'cobuild-form');
export const description = '村“两委”班子履职和村级运转情况';

export async function fillFindings(): Promise<void> {
  await userEvent.fill(page.getByRole('textbox', { name: description }), '履职正常，运转有序。');
  await page.getByRole('radiogroup', { name: '是否符合专项资金适用范围' }).or(page.getByRole('group', { name: '是否符合专项资金适用范围' })).getByRole('radio').first().click();
}
