import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button, tag } from '../internal/pieces.js';
import type { ScoreDesk } from './score-desk.js';
import type { ScoreWords } from './words.js';


export interface CaseListOptions {
  readonly desks: readonly ScoreDesk[];
  readonly current: number;
  readonly words: ScoreWords;
  readonly open: (index: number) => void;
}

/** The cases of a batch and what has become of the own sheet in each. One case needs no list. */
export function caseList({ desks, current, words, open }: CaseListOptions): TemplateResult | typeof nothing {
  if (desks.length < 2) return nothing;
  const done = desks.filter(({ own }) => own !== undefined).length;
  return html`<nav class="stack tight" aria-label=${words.cases} part="cases">
    <div class="row spread">
      <span>${words.caseOf({ position: current + 1, count: desks.length })}</span>
      <span class="row">
        ${button({ label: words.previous, id: 'previous', disabled: current === 0, onClick: () => open(current - 1) })}
        ${button({ label: words.following, id: 'following', disabled: current === desks.length - 1, onClick: () => open(current + 1) })}
      </span>
    </div>
    <details class="cases">
      <summary>${words.casesDone({ done, count: desks.length })}</summary>
      <ol>
        ${desks.map((desk, index) => html`<li aria-current=${index === current ? 'true' : nothing}><button type="button" class="link" @click=${() => open(index)}>${desk.title}</button>${stateOf(desk, words)}</li>`)}
      </ol>
    </details>
  </nav>`;
}

function stateOf(desk: ScoreDesk, words: ScoreWords): TemplateResult {
  if (desk.recusal?.kind === 'hard') return tag('info', words.steppedAside, 'person');
  if (desk.own !== undefined) return tag('success', words.handedIn);
  if (desk.closed) return tag('neutral', words.panelClosed);
  return desk.mayScore ? tag('warning', words.waiting, 'clock') : tag('neutral', words.notMine);
}
