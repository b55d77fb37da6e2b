import type { DiscussionsSettings } from '@cobuild/core';
import { chinaCalendar, localize } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../../../pieces.js';
import { button, tag } from '../../../pieces.js';
import { icons } from '../../../icons.js';
import { idOf } from '../../field-context.js';
import { problemLine } from '../../record/problem-line.js';
import type { CellOptions } from '../../record/record-cell.js';
import { choiceCell, dateCell, longTextCell, numberCell, textCell } from '../../record/record-cell.js';
import type { RecordPart } from '../../record/record-part.js';
import { wordsFor } from '../../words-for.js';
import type { Verdict } from './rules-in-words.js';
import { attendanceInWords, majorityInWords, noticeInWords, publicityInWords } from './rules-in-words.js';
import type { StepSheet } from './step-states.js';
import type { StepState } from './words.js';
import { discussionsWords } from './words.js';

/** What a card needs of the register around it. */
export interface StepCardOptions {
  readonly part: RecordPart<unknown>;
  readonly sheet: StepSheet;
  readonly position: number;
  readonly settings: DiscussionsSettings;
  readonly open: boolean;
  /** The first recorded step, where another one may copy from it. */
  readonly first: StepSheet | undefined;
  readonly change: (cells: Readonly<Record<string, unknown>>) => void;
  readonly toggle: (open: boolean) => void;
  readonly copyMotion: () => void;
  readonly clear: () => void;
}

export const stateTone: Readonly<Record<StepState, { readonly tone: Tone | 'neutral'; readonly icon: 'success' | 'pen' | 'clock' | 'danger' }>> = {
  done: { tone: 'success', icon: 'success' },
  current: { tone: 'info', icon: 'pen' },
  notYet: { tone: 'neutral', icon: 'clock' },
  refused: { tone: 'danger', icon: 'danger' },
};

/** One step of the register: its head says where it stands, its body is the sheet. */
export function stepCard(options: StepCardOptions): TemplateResult {
  const { part, sheet, position, open, toggle, clear } = options;
  const { context, pointer } = part;
  const words = wordsFor(context, discussionsWords);
  const { tone, icon } = stateTone[sheet.state];
  const title = `${idOf(pointer)}-step-${position}`;
  return html`<li>
    <details class="record-card panel sheet-card ${sheet.state}" data-cell=${sheet.at} ?open=${open} @toggle=${(event: Event) => toggle((event.target as HTMLDetailsElement).open)}>
      <summary class="sheet-head"><span class="sheet-number" aria-hidden="true">${position}</span><span class="record-title" id=${title}>${sheet.title}</span>${tag(tone, words.states[sheet.state], icon)}</summary>
      <div class="sheet-body" role="group" aria-labelledby=${title}>
        ${sheet.missingBefore.length === 0 ? nothing : html`<p class="note sheet-before">${icons.info}<span>${words.missingBefore({ steps: sheet.missingBefore })}</span></p>`}
        ${sheet.settings.required === false && sheet.index === undefined ? html`<p class="note">${words.notNeededYet}</p>` : nothing}
        ${part.problemsAt(sheet.at).map((problem) => problemLine(problem, context.words))}
        <div class="record-cells">${sheet.settings.kind === 'disclosure' ? disclosureCells(options) : meetingCells(options)} ${motionCells(options)} ${sheet.settings.kind === 'disclosure' ? nothing : countCells(options)}</div>
        ${sheet.index === undefined ? nothing : html`<div>${button({ label: words.clear, kind: 'quiet', icon: 'trash', name: words.clearNamed({ step: sheet.title }), onClick: clear })}</div>`}
      </div>
    </details>
  </li>`;
}

type Key = 'date' | 'form' | 'calledBy' | 'noticeOn' | 'entitled' | 'present' | 'for' | 'against' | 'abstain' | 'source' | 'motion' | 'officer' | 'until' | 'supervisor';
/** The cells of a step in the register. */
export const STEP_CELLS: readonly Key[] = ['date', 'form', 'calledBy', 'noticeOn', 'entitled', 'present', 'for', 'against', 'abstain', 'source', 'motion', 'officer', 'until', 'supervisor'];

const cellOf = ({ sheet, change }: StepCardOptions, key: Key, label: string, more: Partial<CellOptions> = {}): CellOptions => ({ at: `${sheet.at}/${key}`, label, value: sheet.step[key], change: (value) => change({ [key]: value }), ...more });

function meetingCells(options: StepCardOptions): unknown {
  const { part, sheet, position } = options;
  const { locale } = part.context;
  const words = discussionsWords[locale];
  const { callers = [], officer, notice } = sheet.settings;
  const forms = `${idOf(part.pointer)}-forms-${position}`;
  const noticeNote = noticeInWords(sheet, part.context.hosts.calendar ?? chinaCalendar, locale);
  return html`${dateCell(part, cellOf(options, 'date', words.date, { width: 'half' }))}
    ${textCell(part, { ...cellOf(options, 'form', words.form, { width: 'half', optional: true }), maximum: 40, list: forms })}
    <datalist id=${forms}>${words.forms.map((form) => html`<option value=${form}></option>`)}</datalist>
    ${callers.length === 0 ? nothing : choiceCell(part, { ...cellOf(options, 'calledBy', words.calledBy, { width: 'half' }), choices: callers.map(({ id, title }) => ({ id, title: localize(title, locale) })) })}
    ${notice === undefined ? nothing : dateCell(part, cellOf(options, 'noticeOn', words.noticeOn, { width: 'half', ...(noticeNote === undefined ? {} : { note: noticeNote }) }))}
    ${officer === true || sheet.step.officer !== undefined ? textCell(part, { ...cellOf(options, 'officer', words.officer, { width: 'half', optional: officer !== true }), maximum: 60 }) : nothing}`;
}

function motionCells(options: StepCardOptions): TemplateResult {
  const { part, sheet, settings, first, copyMotion } = options;
  const { locale } = part.context;
  const words = discussionsWords[locale];
  const source = cellOf(options, 'source', words.source, { width: 'half' });
  const isSame = first === undefined || first.at === sheet.at || (first.step.source === sheet.step.source && first.step.motion === sheet.step.motion) || (first.step.source === undefined && first.step.motion === undefined);
  return html`${settings.sources === undefined || settings.sources.length === 0
      ? textCell(part, { ...source, maximum: 80 })
      : choiceCell(part, { ...source, choices: settings.sources.map(({ id, title }) => ({ id, title: localize(title, locale) })) })}
    <div class="record-cell half sheet-copy">${isSame ? nothing : button({ label: words.sameAsFirst({ first: first.title }), kind: 'quiet', icon: 'document', onClick: copyMotion })}</div>
    ${textCell(part, { ...cellOf(options, 'motion', words.motion, { help: words.motionHelp }), maximum: 500 })}`;
}

function countCells(options: StepCardOptions): TemplateResult {
  const { part, sheet } = options;
  const { locale } = part.context;
  const words = discussionsWords[locale];
  const { attendance, majority } = sheet.settings;
  const isFree = attendance === undefined && majority === undefined;
  // The problem says the same as the verdict.
  const isTold = (key: 'present' | 'for'): boolean => part.problemsAt(`${sheet.at}/${key}`).length > 0;
  const count = (key: 'entitled' | 'present' | 'for' | 'against' | 'abstain', unit: string, optional: boolean): TemplateResult => numberCell(part, { ...cellOf(options, key, words[key], { width: 'quarter', optional, ...(unit === '' ? {} : { unit }) }), whole: true });
  return html`<div class="sheet-counts">${count('entitled', words.people, isFree)} ${count('present', words.people, isFree)}</div>
    ${isTold('present') ? nothing : verdict(attendanceInWords(sheet, locale))}
    <div class="sheet-counts">${count('for', words.votes, majority === undefined)} ${count('against', words.votes, true)} ${count('abstain', words.votes, true)}</div>
    ${isTold('for') ? nothing : verdict(majorityInWords(sheet, locale))}`;
}

function disclosureCells(options: StepCardOptions): TemplateResult {
  const { part, sheet } = options;
  const { locale } = part.context;
  const words = discussionsWords[locale];
  const { supervisor, publicity } = sheet.settings;
  const note = publicityInWords(sheet, locale);
  return html`${dateCell(part, cellOf(options, 'date', words.posted, { width: 'half' }))}
    ${dateCell(part, cellOf(options, 'until', words.until, { width: 'half', optional: publicity === undefined, ...(note === undefined ? {} : { note }) }))}
    ${supervisor === true || sheet.step.supervisor !== undefined ? longTextCell(part, { ...cellOf(options, 'supervisor', words.supervisor, { optional: supervisor !== true }), maximum: 1000 }) : nothing}`;
}

function verdict(found: Verdict | undefined): TemplateResult | typeof nothing {
  if (found === undefined) return nothing;
  const tone = found.holds === undefined ? 'info' : found.holds ? 'success' : 'danger';
  return html`<p class="record-sum ${tone}" role="status">${icons[tone]}<span>${found.text}</span></p>`;
}
