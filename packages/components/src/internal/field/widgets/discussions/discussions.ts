import type { DiscussionStep, DiscussionsSettings, DiscussionsValue, Problem } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../../../icons.js';
import { button } from '../../../pieces.js';
import { liveWidget } from '../../live-widget.js';
import { clockOf } from '../../record/clock.js';
import { problemLine } from '../../record/problem-line.js';
import { RecordPart } from '../../record/record-part.js';
import { listIn, withoutItem } from '../../record/with-member.js';
import { wordsFor } from '../../words-for.js';
import { discussionsStyles } from './discussions.styles.js';
import { STEP_CELLS, stepCard } from './sheet-card.js';
import type { StepSheet } from './step-states.js';
import { orNothing, stepSheets, withStepCell } from './step-states.js';
import { discussionsWords } from './words.js';

const NO_STEPS: DiscussionsSettings = { steps: [] };

/** The register of discussions and disclosures: a card for each step in its order, which says where the step stands and what it lacks. */
class DiscussionsPart extends RecordPart<DiscussionsValue> {
  private sheets: readonly StepSheet[] = [];
  /** Cards that were opened, by the person or because their turn came. None is closed but by the person. */
  private readonly opened = new Map<string, boolean>();

  private get words(): (typeof discussionsWords)['en'] {
    return wordsFor(this.context, discussionsWords);
  }

  private get register(): DiscussionsSettings {
    return this.settings.discussions ?? NO_STEPS;
  }

  protected override draw(): void {
    this.sheets = this.readSheets();
    super.draw();
  }

  protected override placeOf(at: string, problem?: Problem): string {
    if (at === '/steps') {
      const lacking = this.sheets.find((sheet) => (problem === undefined ? sheet.state === 'current' || sheet.index === undefined : sheet.title === problem.params['step']));
      return lacking?.at ?? at;
    }
    const [, index, rest = ''] = /^\/steps\/(\d+)(.*)$/.exec(at) ?? [];
    const sheet = index === undefined ? undefined : this.sheets.find((each) => each.index === Number(index));
    return sheet === undefined ? at : `${sheet.at}${rest === '/step' ? '' : rest}`;
  }

  protected cells(): ReadonlySet<string> {
    const extra = this.extra.map(({ index }) => `/steps/${index}`);
    return new Set([...this.sheets.flatMap(({ at }) => [at, ...STEP_CELLS.map((key) => `${at}/${key}`)]), ...extra, ...extra.map((at) => `${at}/step`)]);
  }

  protected view(): TemplateResult {
    const { words, sheets } = this;
    const first = sheets.find(({ index }) => index !== undefined);
    const asked = sheets.filter(({ settings, index }) => settings.required !== false || index !== undefined);
    const next = asked.find(({ state }) => state !== 'done');
    const tone = next === undefined ? 'success' : 'info';
    for (const sheet of sheets) if (this.opened.get(sheet.at) === undefined && (sheet.state === 'current' || sheet.state === 'refused')) this.opened.set(sheet.at, true);
    return html`<div class="record">
      <p class="record-sum ${tone}" role="status">${icons[tone]}<span>${next === undefined ? words.complete : words.progress({ done: asked.filter(({ state }) => state === 'done').length, count: asked.length, next: next.title })}</span></p>
      <ol class="sheet-cards">
        ${sheets.map((sheet, index) =>
          stepCard({
            part: this,
            sheet,
            position: index + 1,
            settings: this.register,
            open: this.opened.get(sheet.at) === true || this.problemsIn(sheet).length > 0,
            first,
            change: (cells) => this.change(withStepCell(this.value, this.register, this.now(sheet), cells)),
            toggle: (open) => this.opened.set(sheet.at, open),
            copyMotion: () => this.act(withStepCell(this.value, this.register, this.now(sheet), { source: first?.step.source, motion: first?.step.motion }), words.copied, `[data-cell="${sheet.at}/motion"] input`),
            clear: () => this.clear(sheet),
          }),
        )}
      </ol>
      ${this.extra.map(
        ({ index, step }) => html`<div class="record-card panel" data-cell="/steps/${index}">
          <p>${step.step ?? ''}${step.motion === undefined ? nothing : html` · ${step.motion}`}</p>
          <p class="note">${words.extra}</p>
          ${[...this.problemsAt(`/steps/${index}`), ...this.problemsAt(`/steps/${index}/step`)].map((problem) => problemLine(problem, this.context.words))}
          <div>${button({ label: words.clear, kind: 'quiet danger', icon: 'trash', onClick: () => this.removeAt(index, step.step ?? '') })}</div>
        </div>`,
      )}
    </div>`;
  }

  private problemsIn({ at }: StepSheet): readonly Problem[] {
    return [at, ...STEP_CELLS.map((key) => `${at}/${key}`)].flatMap((cell) => this.problemsAt(cell)).filter(({ code }) => code !== 'discussions/step-missing');
  }

  /** Entries of no step, or of one that is there already. */
  private get extra(): readonly { readonly index: number; readonly step: Partial<DiscussionStep> }[] {
    const taken = new Set(this.sheets.map(({ index }) => index));
    return listIn<Partial<DiscussionStep>>(this.value, 'steps').flatMap((step, index) => (taken.has(index) ? [] : [{ index, step }]));
  }

  private readSheets(): readonly StepSheet[] {
    const { calendar, zone } = this.context.hosts;
    const clock = { now: clockOf(this.context.hosts), ...(calendar ? { calendar } : {}), ...(zone === undefined ? {} : { zone }) };
    return stepSheets(this.value, this.register, clock, this.context.locale).sheets;
  }

  /** The sheet as it is by now; the one that was drawn may be older. */
  private now({ at }: StepSheet): StepSheet {
    return this.readSheets().find((sheet) => sheet.at === at) as StepSheet;
  }

  private clear(sheet: StepSheet): void {
    if (sheet.index !== undefined) this.removeAt(sheet.index, sheet.title, `[data-cell="${sheet.at}"] input`);
  }

  private removeAt(index: number, step: string, focus = 'input'): void {
    this.remove(orNothing(withoutItem(listIn<DiscussionStep>(this.value, 'steps'), index)), this.words.cleared({ step }), focus);
  }
}

export const discussions = liveWidget({ labelled: 'group', ownProblems: true, styles: discussionsStyles, create: (element, context) => new DiscussionsPart(element, context) });
