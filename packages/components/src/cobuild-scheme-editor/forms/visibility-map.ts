import type { JsonChange } from '@cobuild/core';
import { escapeToken, pointerTokens, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { button, tag } from '../../internal/pieces.js';
import { idOf, plainText } from '../editor-context.js';
import type { Designer } from './designer-actions.js';
import { fieldTitle, settingOf, settingsPointer, textOf } from './designer-actions.js';
import { fieldsIn, followed, formOutline, listAt, schemaPointer } from './form-outline.js';
import { choiceInput } from './panel-parts.js';

/** What kind of personal data an answer is. */
export type PersonalKind = 'phone' | 'citizenNumber' | 'bankAccount' | 'name' | 'address' | 'email';

const FORMATS: Readonly<Record<string, PersonalKind>> = { 'phone': 'phone', 'citizen-number': 'citizenNumber', 'bank-card': 'bankAccount', 'bank-account': 'bankAccount', 'email': 'email', 'idn-email': 'email' };
const TITLES: readonly (readonly [pattern: RegExp, kind: PersonalKind])[] = [[/身份证|citizen/i, 'citizenNumber'], [/电话|手机|phone|mobile/i, 'phone'], [/账号|卡号|account/i, 'bankAccount'], [/住址|家庭地址|home address/i, 'address'], [/姓名|联系人|户主|contact ?name/i, 'name'], [/邮箱|e-?mail/i, 'email']];
/** What tells who applied, besides personal data. */
const APPLICANT = /申报(单位|组织|党组织|人)|申请(单位|人)|单位名称|组织名称|统一社会信用代码|applicant|organi[sz]ation/i;

const rolesOf = ({ context }: Designer): readonly string[] => listAt(context.document, '/organisation/roles').flatMap((role) => { const id = valueAt(role, '/id'); return typeof id === 'string' ? [id] : []; });
const roleTitle = ({ context }: Designer, role: string): string => { const index = listAt(context.document, '/organisation/roles').findIndex((each) => valueAt(each, '/id') === role); return textOf(context, `/organisation/roles/${index}/title`) || role; };

/** Whether and as what a field holds personal data: by its format, its mask, or what it is called. */
export function personalKind({ context, form }: Designer, field: string): PersonalKind | undefined {
  const schema = followed(context.document, form, schemaPointer(context.document, form, field));
  const format = valueAt(context.document, `${schema}/format`);
  const mask = settingOf(context, form, field, 'mask');
  const type = valueAt(context.document, `${schema}/type`);
  const byFormat = FORMATS[plainText(format)];
  if (byFormat !== undefined) return byFormat;
  if (typeof mask === 'string' && mask !== 'text') return mask as PersonalKind;
  return type === 'string' ? TITLES.find(([pattern]) => pattern.test(fieldTitle(context, form, field)))?.[1] : undefined;
}

/** The roles that see an answer in a stage (`*`: in those that nothing else is said of); `undefined` where everybody does. */
export function seenBy({ context, form }: Designer, field: string, stage: string): readonly string[] | undefined {
  const map = settingOf(context, form, field, 'visibleTo');
  if (map === undefined) return undefined;
  const roles = valueAt(map, `/${escapeToken(stage)}`) ?? valueAt(map, '/*');
  return Array.isArray(roles) ? (roles as readonly string[]) : [];
}

/** The change after which a role sees an answer in a stage, or does not. */
export function sightChange(designer: Designer, field: string, stage: string, role: string, sees: boolean): JsonChange {
  const { context, form } = designer;
  const pointer = `${settingsPointer(form, field)}/visibleTo`;
  const all = rolesOf(designer);
  const now = seenBy(designer, field, stage) ?? all;
  const next = all.filter((each) => (each === role ? sees : now.includes(each)));
  const map = (valueAt(context.document, pointer) ?? {}) as Readonly<Record<string, readonly string[]>>;
  const isAll = next.length === all.length;
  // Nothing more is said where everybody sees it everywhere.
  if (isAll && Object.keys(map).every((key) => key === stage) && stage === '*') return valueAt(context.document, pointer) === undefined ? { kind: 'set', pointer, value: { '*': next } } : { kind: 'remove', pointer };
  return { kind: 'set', pointer, value: stage === '*' || '*' in map ? { ...map, [stage]: next } : { '*': all, ...map, [stage]: next } };
}

/** The fields of a form in its order, those in groups and lists too: what somebody could see. */
function mappedFields({ context, form }: Designer): readonly string[] {
  const outline = formOutline(context.document, form);
  const top = [...outline.sections.flatMap(({ items }) => fieldsIn(items)).map(({ field }) => field), ...outline.unplaced];
  return [...new Set(top)].flatMap((field) => [field, ...innerFields(context.document, form, field)]);
}

function innerFields(document: unknown, form: string, field: string): readonly string[] {
  const schema = valueAt(document, followed(document, form, schemaPointer(document, form, field)));
  const properties = Object.keys((valueAt(schema, '/properties') ?? {})).map((name) => `${field}/${escapeToken(name)}`);
  const items = Object.keys((valueAt(schema, '/items/properties') ?? {})).map((name) => `${field}/*/${escapeToken(name)}`);
  return valueAt(document, `${settingsPointer(form, field)}/record`) === undefined ? [...properties, ...items] : [];
}

/** Who sees one field: a tick for each role, and what the public is shown. */
export function sightTicks(designer: Designer, field: string): TemplateResult {
  const { words } = designer;
  const kind = personalKind(designer, field);
  return html`${kind === undefined ? nothing : html`<p class="small">${tag('warning', words.personal)} ${words.personalReason(words.kinds[kind])}</p>`}
    <fieldset class="setting group"><legend class="label">${words.allStages}</legend>${rolesOf(designer).map((role) => html`<label class="row tick">${tick(designer, field, '*', role)}${roleTitle(designer, role)}</label>`)}</fieldset>
    ${publishInput(designer, field, true)}`;
}

function tick(designer: Designer, field: string, stage: string, role: string, name?: string): TemplateResult {
  const { context } = designer;
  const sees = seenBy(designer, field, stage)?.includes(role) ?? true;
  return html`<input type="checkbox" aria-label=${name ?? nothing} ?disabled=${context.readonly} .checked=${live(sees)} @change=${() => void context.change(sightChange(designer, field, stage, role, !sees))}>`;
}

function publishInput(designer: Designer, field: string, isLabelled: boolean): TemplateResult {
  const { context, words, form } = designer;
  const at = settingsPointer(form, field);
  const publish = settingOf(context, form, field, 'publish') ?? 'never';
  const values = (['never', 'plain', 'masked', 'aggregate'] as const).map((value) => [value, words.publishes[value]] as const);
  const isBare = publish === 'plain' && personalKind(designer, field) !== undefined;
  const warning = isBare ? html`<p class="field-warning"><span>${words.publishedPersonal}</span></p>` : nothing;
  const mask = publish === 'masked' ? choiceInput(context, `${at}/mask`, words.mask, [['', words.noMask], ...(['name', 'phone', 'citizenNumber', 'bankAccount', 'address'] as const).map((value) => [value, words.kinds[value]] as const)]) : nothing;
  if (isLabelled) return html`${choiceInput(context, `${at}/publish`, words.publish, values)}${mask}${warning}`;
  const take = (event: Event): void => {
    const chosen = (event.target as HTMLSelectElement).value;
    context.change({ kind: 'set', pointer: `${at}/publish`, value: chosen });
  };
  return html`<select class="input small-input" aria-label=${words.publishOf(fieldTitle(context, form, field))} ?disabled=${context.readonly} .value=${live(plainText(publish))} @change=${take}>${values.map(([value, word]) => html`<option value=${value} ?selected=${value === publish}>${word}</option>`)}</select>${warning}`;
}

/** Fields against those who could see them, in all stages or in one, with what tells who applied where somebody scores. */
export function visibilityMap(designer: Designer, stage: string, chooseStage: (stage: string) => void): TemplateResult {
  const { context, words, form } = designer;
  const roles = rolesOf(designer);
  const stages = listAt(context.document, '/stages');
  const id = `${idOf(form)}-stage`;
  return html`<div class="stack"><p class="small muted">${words.sightHelp}</p>
    <div class="row"><label for=${id}>${words.stage}</label><select class="input small-input" id=${id} .value=${live(stage)} @change=${(event: Event) => chooseStage((event.target as HTMLSelectElement).value)}><option value="*" ?selected=${stage === '*'}>${words.allStages}</option>${stages.map((each, index) => html`<option value=${plainText(valueAt(each, '/id'))} ?selected=${valueAt(each, '/id') === stage}>${textOf(context, `/stages/${index}/title`)}</option>`)}</select></div>
    ${blindReview(designer, stages)}
    <div class="sight-scroll" tabindex="0" role="region" aria-label=${words.sight}><table class="sight"><thead><tr><th scope="col">${words.field}</th>${roles.map((role) => html`<th scope="col">${roleTitle(designer, role)}</th>`)}<th scope="col">${words.everyone}</th></tr></thead>
    <tbody>${mappedFields(designer).map((field) => sightRow(designer, field, stage, roles))}</tbody></table></div></div>`;
}

function sightRow(designer: Designer, field: string, stage: string, roles: readonly string[]): TemplateResult {
  const { context, words, form } = designer;
  const kind = personalKind(designer, field);
  const title = [field.split('/').slice(0, 2).join('/'), ...(pointerTokens(field).length > 1 ? [field] : [])].map((each) => fieldTitle(context, form, each)).join(' › ');
  return html`<tr><th scope="row">${title}${kind === undefined ? nothing : html` ${tag('warning', words.personal)}<span class="visually-hidden">${words.personalReason(words.kinds[kind])}</span>`}${kind === undefined && identifies(designer, field) ? html` ${tag('neutral', words.identifies)}` : nothing}</th>
    ${roles.map((role) => html`<td class="tick-cell">${tick(designer, field, stage, role, words.sees(roleTitle(designer, role), title))}</td>`)}<td>${publishInput(designer, field, false)}</td></tr>`;
}

const identifies = (designer: Designer, field: string): boolean => personalKind(designer, field) !== undefined || APPLICANT.test(fieldTitle(designer.context, designer.form, field));

/** Where somebody scores, whether they see who applied. */
function blindReview(designer: Designer, stages: readonly unknown[]): unknown {
  const { context, words } = designer;
  return stages.map((stage, index) => {
    const id = valueAt(stage, '/id');
    const role = valueAt(stage, '/actor/role');
    if (valueAt(stage, '/method') !== 'score' || typeof id !== 'string' || typeof role !== 'string') return nothing;
    const title = textOf(context, `/stages/${index}/title`) || id;
    const seen = mappedFields(designer).filter((field) => identifies(designer, field) && (seenBy(designer, field, id)?.includes(role) ?? true));
    if (seen.length === 0) return html`<p class="row small">${tag('success', words.blind)} ${words.blindDone(title)}</p>`;
    return html`<p class="row small">${tag('neutral', words.blind)} ${words.blindNote(roleTitle(designer, role), title, seen.length)} ${context.readonly ? nothing : button({ label: words.hideForScores(title), kind: 'quiet', onClick: () => { if (context.change(seen.map((field) => sightChange(designer, field, id, role, false)))) designer.say(words.blindDone(title)); } })}</p>`;
  });
}
