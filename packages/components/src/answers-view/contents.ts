import type { ComparedSection } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { headingId } from './answers-body.js';
import type { AnswersWords } from './words.js';

/** Fewer sections than this are found without a list. */
const FEWEST = 3;

/** A list of the sections to jump to. Buttons that read as links: a fragment does not reach into a shadow root. */
export function contentsList(sections: readonly ComparedSection[], text: AnswersWords, root: ParentNode): TemplateResult | typeof nothing {
  const titled = sections.map(({ title }, index) => ({ title, id: headingId(index) })).filter(({ title }) => title !== '');
  if (titled.length < FEWEST) return nothing;
  const jump = (id: string): void => {
    const heading = root.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return html`<nav class="contents no-print" aria-label=${text.contents}>
    <ol>
      ${titled.map(({ title, id }) => html`<li><button type="button" class="link" @click=${() => jump(id)}>${title}</button></li>`)}
    </ol>
  </nav>`;
}
