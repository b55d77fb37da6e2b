import type { FormDefinition, Locale, PublicCell, Scheme, Text } from '@cobuild/core';
import { dateInZone, filesToPublish, findPersonalData, localize, publicRow } from '@cobuild/core';
import { awardMoney, commentLength, currentHoldings } from '../project/index.js';
import type { FundedProject } from '../project/index.js';
import { applicationForm } from '../publicity/application-form.js';
import type { CaseState } from '../results.js';

/** A report that was accepted, with the answers that its form publishes and the photos that the scheme discloses. */
export interface PublicReport { readonly title: Text; /** `2026-04-01/2026-06-30`. */ readonly period: string; readonly acceptedOn: string; readonly cells: readonly PublicCell[]; readonly photos?: readonly PublicPhoto[] }

/** A photo by the id of its file, of which the host gives out the content alone. The name that somebody gave the file is left out: it may hold who is in it. */
export interface PublicPhoto { readonly id: string; /** What the question calls it; empty where it has no title. */ readonly label: string }

/** A comment that was released, with the answer of the office. */
export interface PublicComment { readonly text: string; readonly name?: string; readonly on: string; readonly answer?: { readonly text: string; readonly on: string } }

/** What anybody may see of an approved project: JSON, made where the project is, so that nothing else leaves it. */
export interface PublicProject {
  readonly id: string;
  /** Published answers of the application, in the order of the scheme. */
  readonly cells: readonly PublicCell[];
  /** The unit that carries it out; absent where a resident applied. */
  readonly unit?: string;
  /** Day of the approval or of the contract. */
  readonly since?: string;
  readonly reports?: readonly PublicReport[];
  /** In yuan. */
  readonly money?: { readonly approved: number; readonly paid: number };
  readonly responsibility?: readonly { readonly post: Text; readonly names: readonly string[] }[];
  readonly result?: { readonly outcome: 'passed' | 'failed'; readonly on: string };
  /** What its evaluation came to, such as 终评定级：一等. */
  readonly grade?: { readonly evaluation: Text; readonly title: Text; readonly on: string };
  readonly comments?: readonly PublicComment[];
  /** Where comments are taken: how long one may be, and whether an office looks at it first. */
  readonly commenting?: { readonly maximumLength: number; readonly release: 'office' | 'atOnce'; /** Whether a name that somebody gives is shown. */ readonly names: 'hidden' | 'shown' };
}

/** What an evaluation came to in the end, as the host keeps it: the ids of the grading and of the grade in the scheme, and the day. One that may still change is none. */
export interface SettledGrade { readonly grading: string; readonly grade: string; readonly on: string }

export interface PublicProjectOptions {
  readonly locale?: Locale;
  /** Shown where the scheme discloses results. Without it no grade is told. */
  readonly grade?: SettledGrade;
}

/**
 * Progress and result of a project as the scheme discloses them (`supervision.disclosure`), for anybody without identity. Default deny: answers only where their form publishes
 * them, masked as it says; of comments those that were released. Texts in which a number of a person is found are left out.
 *
 * @returns `undefined` where the scheme discloses nothing.
 * @example publicProject(scheme, state, project)?.money?.paid // 42000
 */
export function publicProject(scheme: Scheme, state: Pick<CaseState, 'answers'>, project: FundedProject, { locale = 'zh-CN', grade }: PublicProjectOptions = {}): PublicProject | undefined {
  const disclosure = scheme.supervision?.disclosure;
  const form = applicationForm(scheme);
  if (disclosure === undefined || form === undefined) return undefined;
  const { comments } = disclosure;
  const { agreement, applicant, acceptance } = project;
  const since = agreement.signedOn ?? agreement.startsOn;
  const money = awardMoney(project);
  return {
    id: project.id,
    cells: publicRow(form, state.answers, disclosure.answers ?? [], locale).cells,
    ...(applicant.name === undefined || applicant.level === 'resident' || isPersonal(applicant.name) ? {} : { unit: applicant.name }),
    ...(since === undefined ? {} : { since }),
    ...(disclosure.reports === true || disclosure.photos !== undefined ? { reports: publicReports(scheme, project, locale) } : {}),
    ...(disclosure.payments === true && agreement.tranches.length > 0 ? { money: { approved: money.approved, paid: money.paid } } : {}),
    ...(disclosure.responsibility === true ? { responsibility: responsible(scheme, project) } : {}),
    ...(disclosure.result === true && acceptance !== undefined ? { result: { outcome: acceptance.outcome, on: acceptance.on } } : {}),
    ...(disclosure.result === true && grade !== undefined ? publicGrade(scheme, grade) : {}),
    ...(comments === undefined ? {} : { comments: publicComments(project, comments.names === 'shown'), commenting: { maximumLength: commentLength(scheme), release: comments.release ?? 'office', names: comments.names ?? 'hidden' } }),
  };
}

const isPersonal = (text: string): boolean => findPersonalData(text).length > 0;

function publicReports({ supervision, forms }: Scheme, { reports }: FundedProject, locale: Locale): readonly PublicReport[] {
  const { reports: all = false, photos: disclosed = [] } = supervision?.disclosure ?? {};
  return reports.flatMap(({ duty: id, period, status, answers, decision }): readonly PublicReport[] => {
    const duty = supervision?.reports?.find((each) => each.id === id);
    const shown = disclosed.filter(({ report }) => report === id).map(({ answer }) => answer);
    if (status !== 'accepted' || duty === undefined || decision === undefined || (!all && shown.length === 0)) return [];
    const form = forms.find((each) => each.id === duty.form);
    // What is shown as photos is not told by the names of its files as well.
    const published = Object.entries(all ? (form?.fields ?? {}) : {}).filter(([pointer, { publish }]) => (publish === 'plain' || publish === 'masked' || publish === 'aggregate') && !shown.includes(pointer)).map(([pointer]) => pointer);
    const photos = form === undefined ? [] : shown.flatMap((pointer) => publicPhotos(form, answers, pointer, locale));
    return [{ title: duty.title, period, acceptedOn: dateInZone(decision.at), cells: form === undefined ? [] : publicRow(form, answers, published, locale).cells, ...(photos.length === 0 ? {} : { photos }) }];
  });
}

/** Pictures that a browser draws and that run nothing: no SVG. */
const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

/** Files of a question that its form publishes, found clean. */
function publicPhotos(form: FormDefinition, answers: Readonly<Record<string, unknown>>, pointer: string, locale: Locale): readonly PublicPhoto[] {
  const label = localize(form.fields?.[pointer]?.title, locale);
  return filesToPublish(form, answers, { files: [pointer] }, { withoutNames: true }).files.filter(({ file }) => PICTURES.includes(file.type)).map(({ file: { id } }) => ({ id, label }));
}

/** By its names in the scheme; nothing where the scheme does not know it. */
function publicGrade({ evaluation }: Scheme, { grading, grade, on }: SettledGrade): Pick<PublicProject, 'grade'> {
  const found = evaluation?.gradings?.find(({ id }) => id === grading);
  const title = found?.grades.find(({ id }) => id === grade)?.title;
  return found === undefined || title === undefined ? {} : { grade: { evaluation: found.title, title, on } };
}

/** Office-holders by name; who held a post before is not told. */
function responsible({ supervision }: Scheme, project: FundedProject): NonNullable<PublicProject['responsibility']> {
  return (supervision?.posts ?? []).map(({ id, title }) => ({ post: title, names: currentHoldings(project, id).map(({ holder }) => holder.name).filter((name) => !isPersonal(name)) }));
}

function publicComments({ comments = [] }: FundedProject, names: boolean): readonly PublicComment[] {
  return comments.filter(({ status, text }) => status === 'released' && !isPersonal(text)).map(({ text, name, at, answer }): PublicComment => ({
    text, ...(names && name !== undefined ? { name } : {}), on: dateInZone(at), ...(answer === undefined ? {} : { answer: { text: answer.text, on: dateInZone(answer.at) } }),
  }));
}
