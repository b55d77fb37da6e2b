import type { ArchiveKind, Locale, Scheme } from '@cobuild/core';
import { chinaCalendar, formatDate, formatYuan, localize } from '@cobuild/core';
import type { Agreement, DossierItem, PostHolding } from '@cobuild/rules';
import { applicationForm, buildMinutes, contractText, minutesText, sheetOf, standingEntries } from '@cobuild/rules';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { bookRows } from '../cobuild-ledger/account-book.js';
import { dataTable, summaryList } from '../internal/pieces.js';
import type { SummaryRow } from '../internal/pieces.js';
import { fileLinks } from '../internal/project/file-links.js';
import { timelineList } from '../internal/timeline.js';
import type { DossierContext } from './dossier-context.js';
import { inWords } from './dossier-context.js';

type Answers = Readonly<Record<string, unknown>>;
type Content = (item: DossierItem, context: DossierContext) => unknown;

/** Answers of a form as they stand on paper. */
function answers(form: string | undefined, value: Answers, { scheme, hosts }: DossierContext): TemplateResult | typeof nothing {
  const definition = form === undefined ? applicationForm(scheme) : scheme.forms.find(({ id }) => id === form);
  return definition === undefined ? nothing : html`<cobuild-answers view="print" .definition=${definition} .value=${value} .hosts=${hosts}></cobuild-answers>`;
}

const rows = (lines: readonly (readonly [string, unknown] | undefined)[]): TemplateResult => summaryList(lines.filter((line): line is readonly [string, unknown] => line?.[1] !== undefined && line[1] !== '').map(([label, value]): SummaryRow => ({ label, value })));

const application: Content = ({ about }, context) => answers(undefined, context.state.submissions[Number(about.replace(/\D/g, '')) - 1]?.answers ?? {}, context);

const discussion: Content = ({ about, date }, context) => {
  const { state, scheme, text, locale } = context;
  const sheet = stageSheet(about, context);
  if (sheet !== undefined) return sheet;
  const pointers = Object.entries(applicationForm(scheme)?.fields ?? {}).filter(([, { record }]) => record?.discussions !== undefined).map(([pointer]) => pointer.slice(1));
  const steps = pointers.flatMap((key) => (state.answers[key] as { readonly steps?: readonly Answers[] } | undefined)?.steps ?? []);
  const step = steps.find((each) => each['step'] === about) ?? {};
  const count = (key: string): number => Number(step[key] ?? 0);
  return rows([
    [text.on, date === undefined ? undefined : formatDate(date, locale)], [text.motion, step['motion']], [text.entitled, step['entitled']], [text.attended, step['present']],
    step['for'] === undefined ? undefined : [text.votes, text.voted({ yes: count('for'), no: count('against'), abstain: count('abstain') })], [text.officer, step['officer']],
  ]);
};

const attachment: Content = ({ about, title }, context) => fileLinks([{ id: about, name: inWords(title, context) }], context.hosts);

const review: Content = ({ about, by }, context) => {
  const { state, scheme, text } = context;
  const made = [...state.reviews].reverse().find(({ stage }) => stage === about);
  const stage = scheme.stages.find(({ id }) => id === about);
  if (made === undefined) return nothing;
  return html`${rows([[text.outcome, inWords(stage?.outcomes.find(({ id }) => id === made.outcome)?.title, context) || made.outcome], [text.reason, made.reason], [text.officer, by]])} ${made.answers === undefined || stage?.form === undefined ? nothing : answers(stage.form, made.answers, context)}`;
};

/** The form that was filled in at a voting stage or with a posting. */
function stageSheet(about: string, context: DossierContext): unknown {
  const { scheme, state } = context;
  const stage = scheme.stages.find(({ id }) => id === about);
  const made = stage === undefined ? undefined : sheetOf(scheme, stage, state);
  return made === undefined ? undefined : answers(stage?.form, made.answers, context);
}

const evidence: Content = (item, context) => stageSheet(item.about, context) ?? record(item, context);

const record: Content = ({ about }, { state, text, locale, hosts }) => {
  const found = state.evidence?.[Number(about.replace(/\D/g, '')) - 1];
  return found === undefined ? nothing : html`${rows([[text.on, found.on === undefined ? undefined : formatDate(found.on, locale)], [text.text, found.text], [text.participants, found.participants?.join(locale === 'en' ? ', ' : '、')]])}${fileLinks(found.files?.map((id) => ({ id, name: id })), hosts)}`;
};

const minutes: Content = ({ about, date = '' }, { scheme, state, text, locale }) => {
  if (state.meeting?.stage !== about) return html`<p>${text.noMinutes}</p>`;
  return html`<div class="minutes">${minutesText(buildMinutes(scheme, { stage: about, heldOn: date }, [state], { calendar: chinaCalendar, locale }), locale)}</div>`;
};

const notice: Content = (_, { state, text, locale }) => {
  if (state.notice === undefined) return nothing;
  const { postedOn, until } = state.notice;
  const objections = state.objections.map(({ text: said, answer, upheld }) => html`<li>${said}<div class="muted">${answer === undefined ? text.unanswered : html`${upheld === true ? text.upheld : text.dismissed} · ${answer}`}</div></li>`);
  return rows([[text.posted, text.period({ from: formatDate(postedOn, locale), to: formatDate(until, locale) })], [text.objections, objections.length === 0 ? text.noObjections : html`<ol>${objections}</ol>`]]);
};

/** The contract was made under this scheme and holds its title in Chinese; whoever reads another language has it in theirs. */
const inLanguage = (agreement: Agreement, { id, title }: Scheme, locale: Locale): Agreement => (agreement.scheme.id === id ? { ...agreement, scheme: { ...agreement.scheme, title: localize(title, locale) || agreement.scheme.title } } : agreement);

const contract: Content = (_, { project, scheme, locale }) =>
  project === undefined ? nothing : contractText(inLanguage(project.agreement, scheme, locale), locale, scheme.supervision?.contract?.requires).sections.map(({ heading, lines, table }) => html`<h5>${heading}</h5>
    ${lines.map((line) => html`<p>${line}</p>`)}
    ${table === undefined ? nothing : dataTable(table.columns.map((head, index) => ({ head, rowHead: index === 0, cell: (row: readonly string[]) => row[index] ?? '' })), table.rows)}`);

const change: Content = ({ about }, { project, text, money, locale }) => {
  const record = project?.agreement.changes?.find(({ request }) => request.id === about);
  if (record === undefined) return html`<p>${text.waiting}</p>`;
  const { request, decision } = record;
  return rows([
    [money.kind, money.kindOf({ kind: request.kind })], [money.reason, request.reason], [money.askedBy, `${request.by} ${formatDate(request.askedOn, locale)}`],
    [text.decision, decision === undefined ? money.noted : `${decision.granted ? text.granted : text.refused} ${decision.by} ${formatDate(decision.on, locale)} ${decision.reason ?? ''}`],
  ]);
};

const payment: Content = ({ about }, { project, text, locale, hosts }) =>
  standingEntries(project?.account ?? []).filter((entry) => entry.kind === 'received' && entry.tranche === about).map(({ amount, on, voucher, files }) => html`${rows([[text.amount, formatYuan(amount, locale)], [text.on, formatDate(on, locale)], [text.voucher, voucher]])}${fileLinks(files, hosts)}`);

const account: Content = (_, { scheme, project, money, locale, hosts }) => {
  if (project === undefined) return nothing;
  const yuan = (amount: number | undefined): string => (amount === undefined ? '–' : formatYuan(amount, locale));
  return dataTable(
    [
      { head: money.number, cell: ({ entry }) => entry.sequence }, { head: money.date, cell: ({ entry }) => formatDate(entry.on, locale) },
      { head: money.what, rowHead: true, cell: ({ entry, what }) => html`${what}${entry.kind === 'spent' ? html`<div class="small">${money.to({ payee: entry.payee })}</div>` : nothing}${entry.kind === 'reversed' ? html`<div class="small">${entry.reason}</div>` : nothing}${fileLinks(entry.files, hosts)}` },
      { head: money.voucher, cell: ({ entry }) => entry.voucher ?? '–' }, { head: money.income, number: true, cell: ({ income }) => yuan(income) }, { head: money.expense, number: true, cell: ({ expense }) => yuan(expense) }, { head: money.left, number: true, cell: ({ balance }) => yuan(balance) },
    ],
    bookRows(scheme, project, money, locale),
  );
};

const report: Content = ({ about }, context) => {
  const [duty = '', period = ''] = about.split(' ');
  const made = context.project?.reports.find((each) => each.duty === duty && each.period === period);
  const form = context.scheme.supervision?.reports?.find(({ id }) => id === duty)?.form;
  return made === undefined || form === undefined ? nothing : answers(form, made.answers, context);
};

const finding: Content = ({ about }, { project, text, locale, hosts }) =>
  timelineList((project?.findings.find(({ id }) => id === about)?.steps ?? []).map(({ kind, text: said, at, by, files }) => ({ what: text.step({ kind }), at, who: by.name ?? by.id, text: said, details: fileLinks(files, hosts) })), locale);

const acceptance: Content = (_, { project, text, locale }) => {
  const made = project?.acceptance;
  return made === undefined ? nothing : rows([[text.outcome, made.outcome === 'passed' ? text.passed : text.failed], [text.on, formatDate(made.on, locale)], [text.reason, made.text], [text.officer, made.by.name ?? made.by.id]]);
};

/** Everybody who held the post, the latest first: since when, until when, why it changed. */
const responsibility: Content = ({ about }, { project, text, locale }) =>
  dataTable<PostHolding>(
    [
      { head: text.holder, rowHead: true, cell: ({ holder }) => holder.name }, { head: text.since, cell: ({ since }) => (since === undefined ? text.fromApplication : formatDate(since, locale)) },
      { head: text.until, cell: ({ until }) => (until === undefined ? '–' : formatDate(until, locale)) }, { head: text.changedFor, cell: ({ ended }) => ended?.reason ?? '' },
    ],
    (project?.holdings ?? []).filter(({ post }) => post === about).reverse(),
  );

/** What an item of the file shows when it is opened. */
export const itemContents: Readonly<Record<ArchiveKind, Content>> = { application, discussion, attachment, review, evidence, minutes, notice, contract, change, payment, account, report, finding, acceptance, responsibility };
