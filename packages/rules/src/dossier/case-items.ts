import type { FormDefinition, LocalizedText, Scheme, Stage } from '@cobuild/core';
import { dateInZone, hashDocument, pointerTokens } from '@cobuild/core';
import { stageSheets } from '../lifecycle/index.js';
import type { CaseState, HeldMeeting } from '../results.js';
import { applicationForm } from '../publicity/application-form.js';
import type { DossierItem } from './dossier-types.js';

/** An item before it has its number. */
export type LooseItem = Omit<DossierItem, 'number'>;

/** What a case leaves behind: submissions, registers, files, opinions, evidence, minutes, notice. */
export function caseItems(scheme: Scheme, state: CaseState): readonly LooseItem[] {
  return [...submissions(state), ...discussions(scheme, state), ...attachments(scheme, state), ...evidence(scheme, state), ...sheets(scheme, state), ...scheme.stages.flatMap((stage) => stageItems(scheme, stage, state))];
}

function submissions({ submissions: made }: CaseState): readonly LooseItem[] {
  return made.map(({ at, answers, by }, index): LooseItem => ({ kind: 'application', about: `submission-${index + 1}`, status: 'present', date: dateInZone(at), by: by.name ?? by.id, hash: hashDocument(answers) }));
}

/** One item for each step of a register of discussions: the six forms of the four discussions and two disclosures. */
function discussions(scheme: Scheme, { answers, end }: CaseState): readonly LooseItem[] {
  const from = scheme.stages[0] === undefined ? undefined : roleText(scheme, scheme.stages[0].actor.role);
  return recordsOf(scheme, 'discussions').flatMap(({ pointer, settings }) => {
    const kept = valuesAt(answers, pointer).flatMap((value) => listIn(value, 'steps'));
    return listIn(settings, 'steps').flatMap((step): LooseItem[] => {
      const record = kept.find((item) => item['step'] === step['id']);
      if (record === undefined && end !== undefined && end !== 'approved') return [];
      const head = { kind: 'discussion' as const, about: String(step['id']), title: step['title'] as LocalizedText };
      // What an application need not have yet, such as the disclosure of results, comes later.
      if (record === undefined) return [{ ...head, status: step['required'] === false ? 'later' : 'missing', ...(from === undefined ? {} : { from }) }];
      return [{ ...head, status: 'present', ...(typeof record['date'] === 'string' ? { date: record['date'] } : {}), hash: hashDocument(record) }];
    });
  });
}

function attachments(scheme: Scheme, { answers }: CaseState): readonly LooseItem[] {
  return recordsOf(scheme, 'attachments').flatMap(({ pointer }) => valuesAt(answers, pointer).flatMap((value) => (Array.isArray(value) ? value.filter(isRecord) : []))).map((file): LooseItem => ({
    kind: 'attachment', about: String(file['id']), title: { 'zh-CN': String(file['name'] ?? file['id']) }, status: 'present',
    ...(typeof file['uploadedAt'] === 'string' ? { date: dateInZone(file['uploadedAt']) } : {}), ...(typeof file['hash'] === 'string' ? { hash: file['hash'] } : {}),
  }));
}

function evidence({ stages }: Scheme, state: CaseState): readonly LooseItem[] {
  return (state.evidence ?? []).flatMap((record, index): LooseItem | readonly LooseItem[] => {
    if (record.answers !== undefined) return [];
    const title = stages.find(({ id }) => id === record.stage)?.title;
    return { kind: 'evidence', about: `evidence-${index + 1}`, ...(title === undefined ? {} : { title }), status: 'present', ...(record.on === undefined ? {} : { date: record.on }), ...(record.by === undefined ? {} : { by: nameOf(state, record.by) }), hash: hashDocument(record) };
  });
}

/** The forms of meetings and postings, such as sheets two to six of the four discussions; those of opinions belong to the opinion. */
function sheets(scheme: Scheme, state: CaseState): readonly LooseItem[] {
  return scheme.stages.flatMap((stage): readonly LooseItem[] => {
    const form = scheme.forms.find(({ id }) => id === stage.form);
    if (form === undefined || (stage.method !== 'vote' && stage.method !== 'publicity')) return [];
    const isDiscussion = Object.values(form.fields ?? {}).some(({ record }) => record?.discussions !== undefined);
    const head = { kind: isDiscussion ? 'discussion' as const : 'evidence' as const, about: stage.id, title: titleOf(form, stage) };
    const made = sheetOf(scheme, stage, state);
    if (made !== undefined) return [{ ...head, status: 'present', ...(made.at === undefined ? {} : { date: dateInZone(made.at) }), ...(made.by === undefined ? {} : { by: nameOf(state, made.by) }), hash: hashDocument(made.answers) }];
    if (state.end !== undefined && state.end !== 'approved') return [];
    const held = stage.method !== 'vote' || closedMeeting(stage, state) !== undefined;
    // A route may lead past a stage: of a meeting that was never held nobody owes a sheet.
    if (state.end === 'approved' && !held) return [];
    // Owed once the stage is behind.
    const isOver = state.end === 'approved' || (state.stage !== stage.id && stage.method === 'vote' && held);
    return [{ ...head, status: isOver ? 'missing' : 'later', from: roleText(scheme, stage.actor.role) }];
  });
}

/** What was filled in at a stage that gives no opinion: the sheet of a meeting, or the answers with which a posting was confirmed. */
export function sheetOf(scheme: Scheme, stage: Stage, state: CaseState): { readonly answers: Readonly<Record<string, unknown>>; readonly by?: string; readonly at?: string } | undefined {
  const filled = stage.method === 'vote' ? stageSheets(scheme, state).filter((sheet) => sheet.stage.id === stage.id).map(({ record }) => record) : state.reviews.filter((review) => review.stage === stage.id);
  const made = filled[filled.length - 1];
  return made?.answers === undefined ? undefined : { answers: made.answers, ...(made.by === undefined ? {} : { by: made.by }), ...(made.at === undefined ? {} : { at: made.at }) };
}

function titleOf(form: FormDefinition, stage: Stage): LocalizedText {
  return typeof form.title === 'object' ? form.title : stage.title;
}

/** The last meeting of a stage that came to a vote, with what it came to. */
function closedMeeting(stage: Stage, state: CaseState): HeldMeeting | undefined {
  const held: readonly HeldMeeting[] = [...(state.meetings ?? []), ...(state.meeting === undefined ? [] : [{ ...state.meeting, ...(state.vote === undefined ? {} : { vote: state.vote }) }])];
  return held.filter((meeting) => meeting.stage === stage.id && meeting.phase === 'closed' && meeting.adjourned === undefined).pop();
}

/** What a stage has to leave behind: an opinion, minutes, a notice. */
function stageItems(scheme: Scheme, stage: Stage, state: CaseState): readonly LooseItem[] {
  const kind = stage.method === 'vote' ? 'minutes' : stage.method === 'publicity' ? 'notice' : stage.method === 'approval' || stage.method === 'score' ? 'review' : undefined;
  if (kind === undefined) return [];
  const left = { kind, about: stage.id, title: stage.title } as const;
  const found = leftBehind(stage, state);
  if (found !== undefined) return [{ ...left, status: 'present', ...found }];
  const from = roleText(scheme, stage.actor.role);
  if (state.end === 'approved') return [{ ...left, status: 'missing', from }];
  // A case that has ended elsewhere does not come to its later stages.
  return state.end === undefined ? [{ ...left, status: 'later', from }] : [];
}

function leftBehind(stage: Stage, state: CaseState): Pick<LooseItem, 'date' | 'by' | 'hash'> | undefined {
  const { notice } = state;
  if (stage.method === 'publicity') return notice === undefined ? undefined : { date: notice.postedOn, hash: notice.contentHash ?? hashDocument(notice) };
  if (stage.method === 'vote') {
    const held = closedMeeting(stage, state);
    if (held?.vote === undefined) return undefined;
    const { vote, ...meeting } = held;
    const date = closedOn(state, held);
    return { ...(date === undefined ? {} : { date }), hash: hashDocument({ meeting, counts: vote.counts, outcome: vote.outcome }) };
  }
  const reviews = state.reviews.filter((review) => review.stage === stage.id);
  const review = reviews[reviews.length - 1];
  const sheets = state.scoring?.find((item) => item.stage === stage.id);
  if (review === undefined) return sheets === undefined ? undefined : { hash: hashDocument(sheets) };
  return { ...(review.at === undefined ? {} : { date: dateInZone(review.at) }), ...(review.by === undefined ? {} : { by: nameOf(state, review.by) }), hash: hashDocument(review) };
}

/** The day on which the vote of a meeting was closed, as the log has it. */
function closedOn({ history }: CaseState, { stage }: HeldMeeting): string | undefined {
  let open = '';
  let found: string | undefined;
  for (const event of history) {
    if (event.type === 'meetingOpened') open = event.data.stage;
    if (event.type === 'votingClosed' && open === stage) found = dateInZone(event.at);
  }
  return found;
}

function nameOf({ history }: CaseState, id: string): string {
  return history.find(({ actor }) => actor.id === id)?.actor.name ?? id;
}

/** A role or level in words of the scheme. */
export function roleText({ organisation: { roles, levels } }: Scheme, id: string): LocalizedText {
  return [...roles, ...levels].find((party) => party.id === id)?.title ?? { 'zh-CN': id };
}

function recordsOf(scheme: Scheme, kind: 'discussions' | 'attachments'): readonly { readonly pointer: string; readonly settings: unknown }[] {
  return Object.entries(applicationForm(scheme)?.fields ?? {}).flatMap(([pointer, { record }]) => (record?.[kind] === undefined || !pointer.startsWith('/') ? [] : [{ pointer, settings: record[kind] }]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(value: unknown, key: string): readonly Readonly<Record<string, unknown>>[] {
  const list = isRecord(value) ? value[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

/** Values at a pointer in which `*` stands for every item of a list. */
function valuesAt(value: unknown, pointer: string): readonly unknown[] {
  return pointerTokens(pointer).reduce<readonly unknown[]>((found, token) => found.flatMap((item): readonly unknown[] => {
    if (Array.isArray(item)) return token === '*' ? (item as readonly unknown[]) : [];
    return isRecord(item) && Object.prototype.hasOwnProperty.call(item, token) ? [item[token]] : [];
  }), [value]);
}
