import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { button } from '../internal/pieces.js';
import type { MeetingView } from './meeting-view.js';
import { quorumSentence } from './quorum-meter.js';
import { clockText } from './talk-timer.js';
import type { TalkTimer } from './talk-timer.js';
import { resultCard } from './vote-result.js';
import type { MeetingWords } from './words.js';

/** What stands on top of both screens. */
export interface MeetingItem {
  readonly title: string;
  readonly applicant: string;
  readonly presenter: string;
}

export interface PresentationOptions {
  readonly view: MeetingView;
  readonly item: MeetingItem;
  readonly words: MeetingWords;
  readonly timer: TalkTimer;
  /** Minutes of the presenter; none: no timer. */
  readonly minutes: number;
}

/** The screen for the room: the item, who presents, the clock, quorum, ballots in, the result; no names with votes. */
export function presentationScreen(options: PresentationOptions): TemplateResult {
  const { item, words } = options;
  return html`<article class="presentation stack wide" part="presentation">
    <header class="stack tight">
      <h2 class="item-title">${item.title}</h2>
      <p class="who">
        <span>${words.applicant} ${item.applicant}</span>
        ${item.presenter === '' ? nothing : html`<span>${words.presenter} ${item.presenter}</span>`}
      </p>
    </header>
    ${screenTimer(options)} ${screenPhase(options)}
  </article>`;
}

function screenTimer({ timer, minutes, words }: PresentationOptions): TemplateResult | typeof nothing {
  if (!(minutes > 0)) return nothing;
  const seconds = timer.left(minutes);
  return html`<div class="timer-row">
    <p class="clock ${seconds === 0 ? 'over' : ''}" role="timer" aria-label=${words.timer}>${clockText(seconds)}</p>
    <p class="time-up" role="status">${seconds === 0 ? words.timeUp : ''}</p>
    <div class="row no-print">
      ${button({ label: timer.running ? words.pause : words.start, onClick: () => (timer.running ? timer.pause() : timer.start()) })}
      ${button({ label: words.reset, kind: 'quiet', onClick: () => timer.reset() })}
    </div>
  </div>`;
}

function screenPhase({ view, words }: PresentationOptions): TemplateResult {
  const { heads, quorum } = view;
  const meter = quorum === undefined ? nothing : html`<progress class=${quorum.met ? 'met' : ''} aria-label=${words.quorum} max=${Math.max(quorum.needed, 1)} .value=${Math.min(quorum.present, quorum.needed)}></progress>`;
  if (view.phase === 'notOpen') return html`<p class="lead">${words.waitingForMeeting}</p>`;
  if (view.phase === 'closed') return view.vote === undefined ? html`<p class="lead">${words.notHeld}</p>` : resultCard(view.vote, words);
  const voting = view.phase === 'voting';
  return html`<div class="stack">
    <p class="big-number" aria-hidden="true"><b>${voting ? view.returned : heads.present}</b><span class="of">/${voting ? heads.present : heads.entitled}</span></p>
    <p class="lead">${voting ? words.ballotsIn({ returned: view.returned, present: heads.present }) : quorumSentence(view, words)}</p>
    ${meter}
    <p class="muted">${voting ? quorumSentence(view, words) : words.heads(heads)}</p>
  </div>`;
}
