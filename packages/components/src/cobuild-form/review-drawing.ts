import type { FormState } from '@cobuild/core';
import { describeState, uncompared } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { reviewWidgets } from '../answers-view/registries.js';
import { ReviewView } from '../answers-view/review-view.js';
import { answersWords } from '../answers-view/words.js';
import type { ReviewModeHost } from './review-mode.js';

/** Draws the answers of a form with room for a remark on each. */
export function reviewDrawing(host: ReviewModeHost): (state: FormState) => TemplateResult {
  const view = new ReviewView(host.element, { given: () => host.remarks(), readonly: () => false, words: () => answersWords[host.locale()], changed: (remark) => host.remarked(remark), withRemarks: () => true });
  return (state) => view.draw(uncompared(describeState(state, host.locale())), { locale: host.locale(), words: host.words(), hosts: host.hosts(), widgets: reviewWidgets });
}
