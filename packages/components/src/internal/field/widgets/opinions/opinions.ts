import type { OpinionRespondent, OpinionsResult, OpinionsSettings, OpinionsValue } from '@cobuild/core';
import { checkOpinions, dateInZone, localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { icons } from '../../../icons.js';
import { button } from '../../../pieces.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { clockOf } from '../../record/clock.js';
import { checkCell, choiceCell, dateCell, longTextCell, numberCell, textCell } from '../../record/record-cell.js';
import { RecordPart } from '../../record/record-part.js';
import { listIn, withItem, withMember, withoutItem } from '../../record/with-member.js';
import { problemLine } from '../../record/problem-line.js';
import { shareText } from '../../record/share-text.js';
import { wordsFor } from '../../words-for.js';
import { opinionsStyles } from './opinions.styles.js';
import type { CountRow } from './opinions-rows.js';
import { countRows, orNothing, withCount } from './opinions-rows.js';
import { opinionsWords } from './words.js';

const NUMBERS = ['asked', 'for', 'against', 'other'] as const;
const OPINIONS = ['for', 'against', 'other'] as const;
const MEMBERS = ['name', 'group', 'opinion', 'text', 'on', 'publish'] as const;
const NO_GROUPS: OpinionsSettings = { groups: [] };

/** Who was asked and what they said: the numbers by group, a list of those who may be named, the summary. */
class OpinionsPart extends RecordPart<OpinionsValue> {
  private get words(): (typeof opinionsWords)['en'] {
    return wordsFor(this.context, opinionsWords);
  }

  private get groups(): OpinionsSettings {
    return this.settings.opinions ?? NO_GROUPS;
  }

  private get people(): readonly Partial<OpinionRespondent>[] {
    return listIn<Partial<OpinionRespondent>>(this.value, 'respondents');
  }

  protected override placeOf(at: string): string {
    const [, index, rest = ''] = /^\/counts\/(\d+)(.*)$/.exec(at) ?? [];
    if (index === undefined) return at;
    const row = countRows(this.value, this.groups).find((each) => each.index === Number(index));
    return row === undefined ? at : `${row.at}${rest === '/group' ? '' : rest}`;
  }

  protected cells(): ReadonlySet<string> {
    const rows = countRows(this.value, this.groups).flatMap(({ at }) => [at, ...NUMBERS.map((key) => `${at}/${key}`)]);
    const people = this.people.flatMap((_, index) => MEMBERS.map((key) => `/respondents/${index}/${key}`));
    return new Set(['/heldOn', '/method', '/summary', '/counts', ...rows, ...people]);
  }

  protected view(): TemplateResult {
    const { words, value } = this;
    const set = (key: string) => (member: unknown) => this.store(withMember(this.filled(), key, member));
    const methods = `${idOf(this.pointer)}-methods`;
    return html`<div class="record">
      <div class="record-cells">
        ${dateCell(this, { at: '/heldOn', label: words.heldOn, value: value?.heldOn, change: set('heldOn'), width: 'half', optional: this.groups.dated !== true })}
        ${textCell(this, { at: '/method', label: words.method, value: value?.method, change: set('method'), width: 'half', optional: true, maximum: 40, list: methods })}
        <datalist id=${methods}>${words.methods.map((method) => html`<option value=${method}></option>`)}</datalist>
      </div>
      ${this.countsView()} ${this.listView()}
      ${longTextCell(this, { at: '/summary', label: words.summary, help: words.summaryHelp, value: value?.summary, change: set('summary'), optional: true, maximum: 4000 })}
    </div>`;
  }

  private countsView(): TemplateResult {
    const { words } = this;
    const { locale } = this.context;
    const now = clockOf(this.context.hosts);
    const result = checkOpinions(this.value, this.groups, { locale, today: dateInZone(now, this.context.hosts.zone) });
    const heads = NUMBERS.map((key) => words[key]);
    const title = `${idOf(this.pointer)}-counts`;
    return html`<div class="record-part" data-cell="/counts" role="group" aria-labelledby=${title}>
      <p class="record-title" id=${title}>${words.counts}</p>
      <p class="note">${words.countsHelp}</p>
      <table class="table cards record-table opinions-table" aria-labelledby=${title}>
        <thead>
          <tr>
            <th scope="col">${words.group}</th>
            ${heads.map((head, index) => html`<th scope="col" class="number">${head}${index === 0 && this.asksShareOfAsked ? nothing : index === 0 ? html`<span class="unit">${this.context.words.optional}</span>` : nothing}</th>`)}
            <th scope="col" class="number">${words.answered}</th>
          </tr>
        </thead>
        <tbody>
          ${countRows(this.value, this.groups).map((row) => this.rowView(row, result))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">${words.total}</th>
            <td class="number" data-label=${words.asked}>${result.counts.total.asked ?? '—'}</td>
            ${OPINIONS.map((key) => html`<td class="number" data-label=${words[key]}>${result.counts.total[key]}</td>`)}
            <td class="number" data-label=${words.answered}>${result.counts.total.answered}</td>
          </tr>
        </tfoot>
      </table>
      ${this.sumView(result)} ${this.problemsAt('/counts').map((problem) => problemLine(problem, this.context.words))}
    </div>`;
  }

  private rowView(row: CountRow, { counts }: OpinionsResult): TemplateResult {
    const { words } = this;
    const settings = this.groups.groups.find(({ id }) => id === row.group);
    const title = settings === undefined ? row.group : localize(settings.title, this.context.locale);
    const minimum = settings?.minimum;
    const answered = row.isExtra ? OPINIONS.reduce((sum, key) => sum + (Number.isInteger(row.row[key]) ? (row.row[key] as number) : 0), 0) : (counts.groups.find(({ id }) => id === row.group)?.answered ?? 0);
    return html`<tr data-cell=${row.at}>
      <th scope="row">
        ${title}${typeof minimum === 'number' && minimum > 0 ? html` <span class="unit">${words.atLeast({ minimum })}</span>` : nothing}
        ${row.isExtra ? button({ label: words.remove, kind: 'quiet danger', icon: 'trash', name: words.removeRow({ group: title }), onClick: () => this.removeRow(row, title) }) : nothing}
        ${this.problemsAt(row.at).map((problem) => problemLine(problem, this.context.words))}
      </th>
      ${NUMBERS.map((key) => {
        const change = (number: unknown): void => this.store(withCount(this.filled(), this.groups, countRows(this.value, this.groups).find(({ at }) => at === row.at) ?? row, key, number));
        return html`<td class="number">${numberCell(this, { at: `${row.at}/${key}`, label: words[key], of: words.of({ group: title }), value: row.row[key], change, whole: true, inTable: true })}</td>`;
      })}
      <td class="number row-sum" data-label=${words.answered}>${answered}</td>
    </tr>`;
  }

  /** What the numbers come to, in words, and whether they are enough. */
  private sumView({ counts, support, problems }: OpinionsResult): TemplateResult {
    const { words } = this;
    const { total } = counts;
    const isWhole = countRows(this.value, this.groups).every(({ row, index }) => index === undefined || OPINIONS.every((key) => Number.isInteger(row[key])));
    // The day has a cell of its own, which says what is wrong with it.
    const isEnough = total.answered > 0 && isWhole && problems.every(({ pointer }) => pointer === '/heldOn');
    const tone = total.answered === 0 ? 'info' : isEnough ? 'success' : 'warning';
    return html`<div class="record-sum ${tone}" role="status">
      ${icons[tone]}
      <div>
        ${total.answered === 0 ? words.nothing : words.sum({ ...total, asked: total.asked })}
        ${support === undefined ? nothing : html`<br />${words.support({ count: support.count, of: support.of, asked: this.asksShareOfAsked, more: support.op === '>', ratio: shareText(support.ratio), holds: support.holds })}`}
      </div>
    </div>`;
  }

  private listView(): TemplateResult {
    const { words, people } = this;
    const title = `${idOf(this.pointer)}-list`;
    return html`<div class="record-part" role="group" aria-labelledby=${title}>
      <p class="record-title" id=${title}>${words.list}</p>
      <p class="note">${words.listHelp}</p>
      ${people.length === 0 ? html`<p class="table-empty">${words.listEmpty}</p>` : people.map((person, index) => this.personView(person, index))}
      <div>${button({ label: words.add, icon: 'plus', id: `${idOf(this.pointer)}-add`, onClick: () => this.addPerson() })}</div>
    </div>`;
  }

  private personView(person: Partial<OpinionRespondent>, index: number): TemplateResult {
    const { words } = this;
    const { locale } = this.context;
    const at = (key: string): string => `/respondents/${index}/${key}`;
    const set = (key: string) => (member: unknown) => this.store({ ...this.filled(), respondents: withItem(this.people, index, withMember(person, key, member)) as OpinionRespondent[] });
    const groups = this.groups.groups.map(({ id, title }) => ({ id, title: localize(title, locale) }));
    const title = words.person({ position: index + 1 });
    return html`<div class="record-card panel" role="group" aria-label=${title}>
      <div class="record-head">
        <span class="record-title">${title}</span>
        ${button({ label: words.remove, kind: 'quiet danger', icon: 'trash', name: words.removeNamed({ position: index + 1 }), onClick: () => this.removePerson(index) })}
      </div>
      <div class="record-cells">
        ${textCell(this, { at: at('name'), label: words.name, value: person.name, change: set('name'), width: 'half', maximum: 60 })}
        ${choiceCell(this, { at: at('group'), label: words.group, value: person.group, change: set('group'), width: 'half', choices: groups })}
        ${choiceCell(this, { at: at('opinion'), label: words.opinion, value: person.opinion, change: set('opinion'), width: 'half', choices: OPINIONS.map((id) => ({ id, title: words[id] })) })}
        ${dateCell(this, { at: at('on'), label: words.on, value: person.on, change: set('on'), width: 'half', optional: true })}
        ${longTextCell(this, { at: at('text'), label: words.text, value: person.text, change: set('text'), optional: true, maximum: 2000 })}
        ${checkCell(this, { at: at('publish'), label: words.publish, value: person.publish, change: set('publish') })}
      </div>
    </div>`;
  }

  private addPerson(): void {
    const position = this.people.length + 1;
    // Who says nothing about it has not agreed.
    this.act({ ...this.filled(), respondents: [...this.people, { publish: false }] as OpinionRespondent[] }, this.words.added({ position }), `[data-cell="/respondents/${position - 1}/name"] input`);
  }

  private removePerson(index: number): void {
    const left = withoutItem(this.people, index) as OpinionRespondent[];
    const focus = left.length === 0 ? `[id="${idOf(this.pointer)}-add"]` : `[data-cell="/respondents/${Math.min(index, left.length - 1)}/name"] input`;
    this.remove(orNothing({ ...this.filled(), respondents: left }), this.words.removed({ position: index + 1 }), focus);
  }

  private removeRow({ index = -1 }: CountRow, group: string): void {
    const counts = withoutItem(listIn<OpinionsValue['counts'][number]>(this.value, 'counts'), index);
    this.remove(orNothing({ ...this.filled(), counts }), this.words.rowRemoved({ group }), '[data-cell="/counts"] input');
  }

  private get asksShareOfAsked(): boolean {
    return this.groups.support?.base === 'asked';
  }

  private filled(): OpinionsValue {
    const { value } = this;
    return value === undefined || !Array.isArray(value.counts) ? { ...value, counts: [] } : value;
  }

  private store(value: OpinionsValue): void {
    this.change(orNothing(value));
  }
}

export const opinions = liveWidget({ labelled: 'group', ownProblems: true, styles: opinionsStyles, create: (element, context) => new OpinionsPart(element, context) });
