import { formatDate, isDate, localize } from '@cobuild/core';
import type { DossierItem, DossierPart, DossierStatus } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { Tone } from '../internal/pieces.js';
import { noticeBox, summaryList, tag } from '../internal/pieces.js';
import { instantText } from '../internal/dates.js';
import type { DossierContext } from './dossier-context.js';
import { inWords, itemName } from './dossier-context.js';
import { itemContents } from './item-contents.js';

const tones: Readonly<Record<DossierStatus, Tone | 'neutral'>> = { present: 'success', missing: 'danger', later: 'neutral' };
const sealTones: Readonly<Record<DossierContext['dossier']['seal']['state'], Tone>> = { intact: 'info', sealed: 'success', changed: 'warning', broken: 'danger', partial: 'info' };

export const itemId = ({ number }: DossierItem): string => `item-${number}`;

/** Whose file it is, and whether everything is in it. */
export function coverView({ dossier, scheme: { evaluation }, text, common, locale }: DossierContext): TemplateResult {
  const { id, title, applicant, scheme, retention, seal } = dossier;
  const { state, at, hash, brokenAt } = seal;
  return html`<section class="stack" part="cover">
    <h2>${text.heading}</h2>
    ${summaryList([
      { label: text.project, value: html`<strong>${title}</strong>` }, { label: text.applicant, value: applicant.name ?? applicant.id }, { label: text.caseNumber, value: id },
      { label: text.scheme, value: text.version({ title: inWords(scheme.title, { locale }), version: scheme.version }) },
      // What the project counts in, such as the yearly assessment of a party secretary, is to be known by whoever keeps and whoever reads the file.
      ...(evaluation?.items ?? []).map(({ title: counted, description }) => ({ label: text.countsIn, value: html`${localize(counted, locale)}${description === undefined ? nothing : html`<div class="small muted">${localize(description, locale)}</div>`}` })),
      { label: text.retention, value: retention === undefined ? text.keptOpen : text.kept({ retention }) },
      { label: text.seal, value: html`${tag(sealTones[state], text.sealState({ state }))}${at === undefined ? nothing : html` <span class="muted small">${text.sealedAt({ date: instantText(at, locale) })}</span>`}<div class="hash small muted">${text.fingerprint}${common.colon}<span>${hash}</span></div>` },
    ])}
    ${brokenAt === undefined ? nothing : noticeBox('danger', common.error, html`<p>${text.brokenAt(brokenAt)}</p>`, { role: 'alert' })}
    ${state === 'changed' ? noticeBox('warning', common.warning, html`<p>${text.changedHelp}</p>`) : nothing}
  </section>`;
}

/** What is missing and from whom, before the index: what is to be done first. */
export function completenessView(context: DossierContext): TemplateResult {
  const { dossier: { counts: { present, missing, later }, parts, complete }, text, common, locale } = context;
  const owed = parts.flatMap(({ items }) => items).filter(({ status }) => status === 'missing');
  const line = (item: DossierItem): TemplateResult => {
    const what = text.open({ number: item.number, what: itemName(item, context) });
    const from = inWords(item.from, context);
    return html`<li>${from === '' ? text.missingAlone({ what }) : text.missingFrom({ what, from })}${item.date === undefined ? nothing : html` <span class="muted small">${text.missingSince({ date: formatDate(item.date, locale) })}</span>`}</li>`;
  };
  const told = html`<p>${text.counts({ present, expected: present + missing })}${later === 0 ? nothing : ` ${text.laterCount({ count: later })}${locale === 'en' ? '.' : '。'}`}</p>`;
  return html`<section part="completeness">
    ${complete ? noticeBox('success', common.success, html`${told}<p>${text.complete}</p>`) : missing === 0 ? noticeBox('info', common.info, told) : noticeBox('warning', common.warning, html`${told}<ul>${owed.map(line)}</ul>`, { title: text.missingCount({ count: missing }) })}
  </section>`;
}

/** The index: every item with its number; one that is there leads to it. */
export function indexView(context: DossierContext, onOpen: (item: DossierItem) => void): TemplateResult {
  const { dossier: { parts }, text, locale } = context;
  const name = (item: DossierItem): unknown => (item.status === 'present' ? html`<button type="button" class="link name" @click=${() => onOpen(item)}>${itemName(item, context)}</button>` : itemName(item, context));
  const date = ({ date: day, status }: DossierItem): string => (day === undefined || status === 'later' ? '–' : isDate(day) ? formatDate(day, locale) : day);
  return html`<section class="stack" part="index" aria-labelledby="index-title">
    <h3 id="index-title">${text.index}</h3>
    <table class="table cards">
      <thead><tr><th scope="col">${text.number}</th><th scope="col">${text.item}</th><th scope="col">${text.date}</th><th scope="col">${text.by}</th><th scope="col">${text.state}</th></tr></thead>
      ${parts.map((part) => html`<tbody>
        <tr class="part-row"><th colspan="5" scope="rowgroup">${partName(part, context)}</th></tr>
        ${part.items.length === 0 ? html`<tr><td colspan="5" class="muted">${text.nothing}</td></tr>` : nothing}
        ${part.items.map((item) => html`<tr>
          <td data-label=${text.number}>${item.number}</td>
          <th scope="row" data-label=${text.item}>${name(item)}</th>
          <td data-label=${text.date}><span class="day">${date(item)}</span></td>
          <td data-label=${text.by}>${item.by ?? (inWords(item.from, context) || '–')}</td>
          <td data-label=${text.state}>${tag(tones[item.status], text[item.status], item.status === 'later' ? 'clock' : undefined)}</td>
        </tr>`)}
      </tbody>`)}
    </table>
  </section>`;
}

const partName = ({ number, id, title }: DossierPart, context: DossierContext): string => `${number} ${title === undefined && id === 'others' ? context.text.others : inWords(title, context)}`;

/** What is in the file, item by item, to be opened. */
export function contentsView(context: DossierContext): readonly TemplateResult[] {
  const { dossier: { parts }, text, common } = context;
  return parts.filter(({ items }) => items.some(({ status }) => status === 'present')).map((part) => html`<section class="stack tight" part="contents" aria-labelledby="part-${part.number}">
    <h3 id="part-${part.number}">${partName(part, context)}</h3>
    ${part.items.filter(({ status }) => status === 'present').map((item) => html`<details id=${itemId(item)} class="item">
      <summary><h4>${text.open({ number: item.number, what: itemName(item, context) })}</h4></summary>
      <div class="stack content">${itemContents[item.kind](item, context)}${item.hash === undefined ? nothing : html`<p class="hash small muted">${text.itemHash}${common.colon}<span>${item.hash}</span></p>`}</div>
    </details>`)}
  </section>`);
}
