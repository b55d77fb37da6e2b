import type { JsonChange } from '@cobuild/core';
import { formatValue, localize, stageInsertion, startValue, valueAt } from '@cobuild/core';
import type { LocalizedText } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { confirmBox, focusConfirmBox } from '../../internal/confirm-box.js';
import { button } from '../../internal/pieces.js';
import type { EditorContext } from '../editor-context.js';
import { idOf } from '../editor-context.js';
import { counts, isHole, placeEditor, problemLines } from '../guided/place-editor.js';
import { mentionsOf, outcomeAdded, stageRemoved, targetWithout } from './stage-changes.js';
import type { StageGraph, StageNode } from './stage-graph.js';
import { ENDS, isEnd, stageGraph, titleOr } from './stage-graph.js';
import { stagePicture } from './stage-picture.js';
import { stageWords } from './stage-words.js';

interface StageState {
  /** Pointer of the stage that is open below the picture. */
  chosen?: string;
  /** Pointer of the outcome that is looked at, or waits for its goal. */
  outcome?: string;
  isPicking?: boolean;
  removing?: { readonly index: number; target: string };
  said: string;
}

/** Problems that are about the way of a case; their sentence stands in the stage. */
const OF_THE_WAY = ['scheme/unreachable-stage', 'scheme/no-way-out', 'scheme/outcome-circle', 'scheme/unknown-stage'];

/** The stages as a picture and as a list, with the same commands: open, add, connect, move, remove. */
export function stagePage(context: EditorContext): TemplateResult {
  if (!Array.isArray(valueAt(context.document, '/stages'))) return placeEditor(context, '/stages');
  return html`${new StagePage(context).render()}`;
}

class StagePage {
  private readonly words;
  private readonly state: StageState;
  private readonly graph: StageGraph;

  constructor(private readonly context: EditorContext) {
    this.words = stageWords(context.locale);
    this.state = context.keep<StageState>('stages', () => ({ said: '' }));
    this.graph = stageGraph(context.document, context.locale);
    if (this.state.chosen !== undefined && valueAt(context.document, this.state.chosen) === undefined) delete this.state.chosen;
    if (this.state.outcome !== undefined && valueAt(context.document, this.state.outcome) === undefined) delete this.state.outcome;
  }

  render(): TemplateResult {
    const { context, words, state } = this;
    const { chosen, outcome, isPicking = false } = state;
    return html`<div class="stack stages">
      <section class="stack tight" aria-labelledby="stage-picture-title"><h4 id="stage-picture-title">${words.picture}</h4><p class="help small">${words.pictureHelp}</p>
        ${isPicking && outcome !== undefined ? html`<p class="row" role="status"><strong>${words.picking(titleOr(valueAt(context.document, outcome), context.locale))}</strong>${button({ label: words.stopPicking, onClick: () => this.giveUp() })}</p>` : nothing}
        ${stagePicture(context, this.graph, this.warnings(), { chosen: outcome ?? chosen, isPicking, press: (node) => (isPicking ? this.pick(node) : this.choose(node.pointer)), pressEdge: (edge) => this.choose(/^\/stages\/\d+/.exec(edge.pointer)?.[0], edge.pointer), giveUp: () => this.giveUp() })}
        ${this.legend()}</section>
      <p class="small" role="status">${state.said}</p>
      ${state.removing === undefined ? nothing : this.removal(state.removing)}
      ${chosen === undefined ? nothing : this.panel(chosen)}
      <section class="stack tight" aria-labelledby="stage-list-title"><h4 id="stage-list-title">${words.list}</h4><ol class="things">${this.stages().map((node, index) => this.line(node, index))}</ol>
        ${context.readonly ? nothing : button({ label: words.newStage, icon: 'plus', onClick: () => this.append() })}
        ${problemLines(context, context.problemsAt('/stages'), 'stages')}</section>
    </div>`;
  }

  private stages(): readonly (StageNode & { readonly pointer: string })[] {
    return this.graph.nodes.filter((node): node is StageNode & { readonly pointer: string } => node.pointer !== undefined);
  }

  /** What is wrong with a stage, as it stands in the picture. */
  private warnings(): ReadonlyMap<string, string> {
    const { context, words } = this;
    return new Map(this.stages().flatMap(({ id, pointer }): readonly (readonly [string, string])[] => {
      const problems = context.problemsIn(pointer).filter((problem) => problem.severity !== 'info' && !isHole(problem));
      const way = problems.filter(({ code }) => OF_THE_WAY.includes(code)).map(({ message }) => message);
      return problems.length === 0 ? [] : [[id, way.length > 0 ? way.join(words.separator) : words.problems(problems.length)]];
    }));
  }

  private legend(): TemplateResult {
    const { words } = this;
    return html`<details class="small stage-legend"><summary>${words.legend}</summary><ul><li>${words.legendParallel}</li><li>${words.legendWait}</li><li>${words.legendRule}</li><li>${words.legendEnd}</li><li>${words.legendOnward}</li><li>${words.legendReturn}</li><li>${words.legendEnding}</li></ul></details>`;
  }

  private line(node: StageNode & { readonly pointer: string }, index: number): TemplateResult {
    const { words, context, state } = this;
    const ways = this.graph.edges.filter(({ from, pointer }) => from === node.id && pointer.startsWith(`${node.pointer}/`)).map(({ title, to }) => words.arrow(title, this.goalTitle(to)));
    return html`<li class="thing stage-line-item"><span class="row spread"><button type="button" class="link" id=${idOf(node.pointer)} aria-expanded=${state.chosen === node.pointer} @click=${() => this.choose(node.pointer)}>${index + 1}. ${node.title}</button>${counts(context, node.pointer)}</span>
      <span class="small muted">${[...node.notes, ...(ways.length === 0 ? [] : [words.leadsTo(ways.join(words.separator))])].join(' · ')}</span></li>`;
  }

  /** A stage with its ways out, and everything that can be done with it. */
  private panel(pointer: string): TemplateResult {
    const { words, context } = this;
    const index = Number(pointer.split('/').pop());
    const title = titleOr(valueAt(context.document, pointer), context.locale);
    const count = this.stages().length;
    const outcomes = valueAt(context.document, `${pointer}/outcomes`);
    const move = (by: -1 | 1): void => void this.change([{ kind: 'move', pointer: '/stages', from: index, to: index + by }], '', `/stages/${index + by}`);
    const named = (label: string): string => `${label}${words.colon}${title}`;
    return html`<section class="panel stack stage-panel" id="stage-panel" tabindex="-1" aria-labelledby="stage-panel-title" @keydown=${(event: KeyboardEvent) => { if (event.key === 'Escape') this.close(); }}>
      <h4 id="stage-panel-title">${words.stageNumber(index + 1, title)}</h4>
      ${problemLines(context, context.problemsIn(pointer).filter((problem) => !isHole(problem)), `${idOf(pointer)}-panel`)}
      <div class="row">${button({ label: words.open, kind: 'primary', name: named(words.open), onClick: () => context.open(pointer) })}${context.readonly ? nothing : html`${button({ label: words.addAfter, icon: 'plus', name: named(words.addAfter), onClick: () => this.add(index) })}
        ${button({ label: words.earlier, icon: 'up', kind: 'quiet', name: named(words.earlier), disabled: index === 0, onClick: () => move(-1) })}${button({ label: words.later, icon: 'down', kind: 'quiet', name: named(words.later), disabled: index === count - 1, onClick: () => move(1) })}
        ${button({ label: words.remove, icon: 'trash', kind: 'quiet', name: named(words.remove), disabled: count < 2 || context.overlayRule(pointer)?.mayRemove === false, onClick: () => this.askRemoval(index) })}`}${button({ label: words.close, kind: 'quiet', onClick: () => this.close() })}</div>
      <h5>${words.outcomes}</h5>
      <ul class="things">${(Array.isArray(outcomes) ? (outcomes as readonly unknown[]) : []).map((outcome, place) => this.outcomeLine(`${pointer}/outcomes/${place}`, outcome, (outcomes as readonly unknown[]).length))}</ul>
      ${context.readonly ? nothing : html`<div class="row">${button({ label: words.addOutcome, icon: 'plus', kind: 'quiet', name: named(words.addOutcome), onClick: () => this.change([outcomeAdded(context.document, pointer)], '', pointer) })}</div>`}
    </section>`;
  }

  private outcomeLine(pointer: string, outcome: unknown, count: number): TemplateResult {
    const { words, context, state } = this;
    const title = titleOr(outcome, context.locale);
    const to = String(valueAt(outcome, '/to'));
    const goals = [...this.stages().map(({ id }) => id), ...ENDS];
    const id = idOf(`${pointer}/to`);
    return html`<li class="thing row outcome-line ${state.outcome === pointer ? 'here' : ''}" data-pointer=${pointer}><span class="outcome-title">${title} <span class="small muted">${formatValue('kind', String(valueAt(outcome, '/kind')), context.locale)}</span></span>
      <label class="small" for=${id}>${words.goesTo}<span class="visually-hidden">${words.colon}${title}</span></label><select class="input small-input" id=${id} ?disabled=${context.readonly} .value=${live(to)} @change=${(event: Event) => this.redirect(pointer, (event.target as HTMLSelectElement).value)}>
        ${goals.includes(to) ? nothing : html`<option value=${to} selected>${this.goalTitle(to)}</option>`}${goals.map((goal) => html`<option value=${goal} ?selected=${goal === to}>${this.goalTitle(goal)}</option>`)}</select>
      ${context.readonly ? nothing : html`${button({ label: words.pick, kind: 'quiet', name: `${words.pick}${words.colon}${title}`, onClick: () => this.beginPicking(pointer) })}${button({ label: '', icon: 'trash', kind: 'quiet', name: `${words.removeOutcome}${words.colon}${title}`, disabled: count < 2 || context.overlayRule(pointer)?.mayRemove === false, onClick: () => this.change([{ kind: 'remove', pointer }], '', /^\/stages\/\d+/.exec(pointer)?.[0]) })}`}
      ${button({ label: words.openOutcome, kind: 'quiet', name: `${words.openOutcome}${words.colon}${title}`, onClick: () => context.open(`${pointer}/title`) })}</li>`;
  }

  private goalTitle(id: string): string {
    return isEnd(id) ? formatValue('to', id, this.context.locale) : (this.graph.nodes.find((node) => node.id === id)?.title ?? this.words.unknown(id));
  }

  private choose(pointer: string | undefined, outcome?: string): void {
    const { state, context } = this;
    if (pointer === undefined) return;
    delete state.removing;
    state.chosen = pointer;
    delete state.isPicking;
    if (outcome === undefined) delete state.outcome;
    else state.outcome = outcome;
    context.redraw((root) => {
      const panel = root.querySelector<HTMLElement>('#stage-panel');
      (outcome === undefined ? panel : (root.querySelector<HTMLElement>(`#${idOf(`${outcome}/to`)}`) ?? panel))?.focus({ preventScroll: true });
      panel?.scrollIntoView({ block: 'nearest' });
    });
  }

  private close(): void {
    const { state, context } = this;
    const pointer = state.chosen;
    delete state.chosen;
    delete state.outcome;
    delete state.isPicking;
    context.redraw((root) => { if (pointer !== undefined) root.querySelector<HTMLElement>(`#${idOf(pointer)}`)?.focus(); });
  }

  private beginPicking(outcome: string): void {
    const { state, context } = this;
    Object.assign(state, { outcome, isPicking: true });
    const to = String(valueAt(context.document, `${outcome}/to`));
    context.redraw((root) => {
      const node = [...root.querySelectorAll<SVGElement>('.stage-node[tabindex]')].find(({ dataset }) => dataset['node'] === to) ?? root.querySelector<SVGElement>('.stage-node[tabindex]');
      node?.focus();
      node?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  private giveUp(): void {
    const { state } = this;
    if (state.isPicking !== true) return;
    this.choose(state.chosen, state.outcome);
  }

  private pick(node: StageNode): void {
    const { state } = this;
    const { outcome } = state;
    delete state.isPicking;
    if (outcome !== undefined) this.redirect(outcome, node.id);
    this.choose(state.chosen, outcome);
  }

  private redirect(outcome: string, to: string): void {
    this.change([{ kind: 'set', pointer: `${outcome}/to`, value: to }], this.words.redirected(titleOr(valueAt(this.context.document, outcome), this.context.locale), this.goalTitle(to)));
  }

  private add(index: number): void {
    const { context, words } = this;
    const fresh = startValue(context.document, `/stages/${this.stages().length}`);
    const title = localize(valueAt(fresh, '/title') as LocalizedText | undefined, context.locale);
    if (this.change(stageInsertion(context.document, index + 1), words.added(title))) this.choose(`/stages/${index + 1}`);
  }

  /** One more at the end, opened: whoever adds it there has still to say what it is. */
  private append(): void {
    const { context } = this;
    const count = this.stages().length;
    if (context.change(stageInsertion(context.document, count))) context.open(`/stages/${count}`);
  }

  private askRemoval(index: number): void {
    this.state.removing = { index, target: targetWithout(this.context.document, index) };
    this.context.redraw((root) => focusConfirmBox(root));
  }

  /** What names the stage, before it goes. */
  private removal(removing: { readonly index: number; target: string }): TemplateResult {
    const { words, context, state } = this;
    const { document, locale } = context;
    const { index } = removing;
    const pointer = `/stages/${index}`;
    const title = titleOr(valueAt(document, pointer), locale);
    const mentions = mentionsOf(document, index);
    const { outcomes, entries, others, tests } = mentions;
    const goals = [...this.stages().filter((_, place) => place !== index).map(({ id }) => id), ...ENDS];
    const end = (): void => {
      delete state.removing;
      context.redraw((root) => root.querySelector<HTMLElement>('#stage-panel')?.focus());
    };
    const owner = (at: string): string => `${titleOr(valueAt(document, /^(\/stages\/\d+|\/[^/]+)/.exec(at)?.[0] ?? ''), locale)} ${at}`.trim();
    return confirmBox({
      title: words.removeTitle(title),
      body: html`${outcomes.length === 0 ? nothing : html`<p class="row"><label for="remove-target">${words.removeOutcomes(outcomes.length)}</label><select class="input small-input" id="remove-target" .value=${live(removing.target)} @change=${(event: Event) => { removing.target = (event.target as HTMLSelectElement).value; }}>${goals.map((goal) => html`<option value=${goal} ?selected=${goal === removing.target}>${this.goalTitle(goal)}</option>`)}</select></p>`}
        ${entries.length === 0 ? nothing : html`<p>${words.removeMentions(entries.length)}</p>`}
        ${others.length === 0 && tests === 0 ? nothing : html`<p>${words.removeLeft}</p><ul>${others.map((at) => html`<li><code>${owner(at)}</code></li>`)}${tests === 0 ? nothing : html`<li>${words.removeTests(tests)}</li>`}</ul>`}
        ${outcomes.length + entries.length + others.length + tests === 0 ? html`<p>${words.removeFree}</p>` : nothing}`,
      confirm: { label: words.confirm, kind: 'danger solid', onClick: () => {
        delete state.removing;
        if (!this.change(stageRemoved(index, mentions, removing.target), words.removed(title))) return;
        delete state.chosen;
        context.redraw((root) => root.querySelector<HTMLElement>(`#${idOf(`/stages/${Math.max(0, index - 1)}`)}`)?.focus());
      } },
      cancel: { label: words.cancel, onClick: end },
    });
  }

  private change(changes: readonly JsonChange[], said: string, chosen?: string): boolean {
    const { state, context } = this;
    const isDone = context.change(changes);
    state.said = isDone ? said : this.words.cannot;
    if (isDone && chosen !== undefined) { state.chosen = chosen; delete state.outcome; }
    context.redraw();
    return isDone;
  }
}
