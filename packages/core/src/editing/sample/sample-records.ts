import { fromDayNumber, periodEnd, toDayNumber } from '../../calendar/index.js';
import type { Calendar } from '../../calendar/index.js';
import type { ApplicantsSettings, ApplicantsValue, AttachmentsSettings, AttachmentsValue, BudgetSettings, BudgetValue, DiscussionsSettings, DiscussionsValue, IndicatorsSettings, IndicatorsValue, OpinionsSettings, OpinionsValue, RecordSettings } from '../../generated/types.js';
import type { RecordKind } from '../../form/record-kind.js';
import { reckonBudget } from '../../records/budget/reckon-budget.js';
import { isSet, readCount, readPeriod, readRatio } from '../../records/open-settings.js';
import { localize } from '../../problems/problem.js';
import type { Locale } from '../../problems/problem.js';

/** What records are made with. */
export interface SampleContext {
  readonly locale: Locale;
  /** The day on which the form is filled in. */
  readonly today: string;
  readonly calendar: Calendar;
  /** Category of the project, for the caps of categories. */
  readonly category?: string;
}

const MEETING_GAP = 5;
const HEADS = 30;

/** So many days later; earlier where negative. */
export const dayAfter = (date: string, days: number): string => fromDayNumber(toDayNumber(date) + days);

/** A record as somebody could have filled it in, by its settings (parameters replaced by their values). A pledge waits for the other answers, and so do confirmations. */
export function sampleRecord(kind: RecordKind, settings: RecordSettings, context: SampleContext): unknown {
  switch (kind) {
    case 'budget': return sampleBudget(settings.budget ?? {}, context);
    case 'opinions': return sampleOpinions(settings.opinions ?? { groups: [] }, context);
    case 'discussions': return sampleDiscussions(settings.discussions ?? { steps: [] }, context);
    case 'applicants': return sampleApplicants(settings.applicants ?? { confirm: 'UNDECIDED' }, context);
    case 'indicators': return sampleIndicators(settings.indicators ?? {}, context);
    case 'attachments': return sampleFiles(settings.attachments ?? {}, context);
    case 'pledge': return undefined;
  }
}

const say = ({ locale }: SampleContext, chinese: string, english: string): string => (locale === 'en' ? english : chinese);
const count = (setting: unknown, otherwise: number): number => { const read = readCount(setting); return isSet(read) ? read : otherwise; };

/** Two lines that cost something, the most that may be asked for of it, and the rest of one's own. */
function sampleBudget(settings: BudgetSettings, context: SampleContext): BudgetValue {
  const subjects = (settings.subjects ?? []).filter(({ eligible }) => eligible !== false);
  const subject = subjects[0] === undefined ? {} : { subject: subjects[0].id };
  const lines = [
    { ...subject, item: say(context, '屋面修缮', 'Roof'), unit: say(context, '项', 'lot'), quantity: 1, unitPrice: 12000 },
    { ...subject, item: say(context, '座椅', 'Seats'), unit: say(context, '张', 'piece'), quantity: 10, unitPrice: 800 },
  ];
  const total = 20000;
  const options = { locale: context.locale, ...(context.category === undefined ? {} : { category: context.category }) };
  // What one's own share takes away is known once own funds are said.
  const { most = total } = reckonBudget({ lines, own: total }, settings, options);
  const requested = Math.min(total, most);
  return { lines, own: total - requested, requested };
}

function sampleOpinions({ groups, minimum, dated }: OpinionsSettings, { today }: SampleContext): OpinionsValue {
  const each = Math.max(10, Math.ceil(count(minimum, 0) / Math.max(1, groups.length)));
  const counts = groups.map(({ id, minimum: least }) => { const heads = Math.max(each, count(least, 0)); return { group: id, asked: heads, for: heads, against: 0, other: 0 }; });
  return { ...(dated === true ? { heldOn: dayAfter(today, -60) } : {}), counts };
}

/** One meeting after the other, everybody there and for it; what has to stay on the board has stayed there. */
function sampleDiscussions({ steps, sources = [] }: DiscussionsSettings, context: SampleContext): DiscussionsValue {
  const { today, calendar } = context;
  let day = dayAfter(today, -120);
  const about = { source: sources[0]?.id ?? say(context, '党员群众提出', 'residents'), motion: say(context, '修缮村口凉亭', 'Repair of the pavilion') };
  const made: DiscussionsValue['steps'][number][] = [];
  for (const step of steps) {
    if (step.required === false) continue;
    const signed = { ...(step.officer === true ? { officer: say(context, '赵敏', 'Zhao Min') } : {}), ...(step.supervisor === true ? { supervisor: say(context, '程序完整', 'In order') } : {}) };
    if (step.kind === 'disclosure') {
      const period = readPeriod(step.publicity);
      const until = isSet(period) ? periodEnd(calendar, day, period).date : dayAfter(day, 5);
      made.push({ step: step.id, date: day, until, ...signed, ...about });
      day = dayAfter(until, 1);
      continue;
    }
    const notice = readPeriod(step.notice);
    const date = isSet(notice) ? dayAfter(periodEnd(calendar, day, notice).date, 1) : day;
    const caller = step.callers?.[0]?.id;
    made.push({ step: step.id, date, ...(isSet(notice) ? { noticeOn: day } : {}), ...(caller === undefined ? {} : { calledBy: caller }), entitled: HEADS, present: HEADS, for: HEADS, against: 0, abstain: 0, ...signed, ...about });
    day = dayAfter(date, MEETING_GAP);
  }
  return { steps: made };
}

function sampleApplicants({ minimumPartners, leadShare }: ApplicantsSettings, context: SampleContext): ApplicantsValue {
  const partners = Math.max(1, count(minimumPartners, 1));
  const ratio = leadShare === undefined ? undefined : readRatio(leadShare);
  const lead = Math.max(60, ratio !== undefined && isSet(ratio) ? Math.ceil((100 * Number(ratio.p)) / Number(ratio.q)) : 0);
  const each = Math.floor((100 - lead) / partners);
  const party = (index: number, share: number): ApplicantsValue['parties'][number] => ({
    id: index === 0 ? 'lead' : `partner-${index}`, role: index === 0 ? 'lead' : 'partner', share,
    name: index === 0 ? say(context, '上秀村党支部', 'Party branch of Shangxiu') : say(context, `共建单位${index}`, `Partner ${index}`), task: index === 0 ? say(context, '牵头实施', 'Leads the work') : say(context, '提供人力', 'Lends hands'),
  });
  return { parties: [party(0, 100 - each * partners), ...Array.from({ length: partners }, (_, index) => party(index + 1, each))] };
}

function sampleIndicators({ groups = [], minimum, weighted }: IndicatorsSettings, context: SampleContext): IndicatorsValue {
  const wanted = groups.length === 0 ? Array.from({ length: Math.max(1, count(minimum, 1)) }, () => ({})) : groups.flatMap(({ id, minimum: least }) => Array.from({ length: Math.max(1, count(least, 1)) }, () => ({ group: id })));
  while (wanted.length < count(minimum, 0)) wanted.push({ ...wanted[0] });
  const share = Math.floor(100 / wanted.length);
  return wanted.map((group, index) => ({
    ...group, name: say(context, `受益户数${index === 0 ? '' : index + 1}`, `Households ${index + 1}`), unit: say(context, '户', 'households'), direction: 'atLeast', target: 80,
    ...(weighted === true ? { weight: index === 0 ? 100 - share * (wanted.length - 1) : share } : {}),
  }));
}

/** Names and types only: what is in the files is nobody's. */
function sampleFiles({ kinds = [], accept, minimumCount }: AttachmentsSettings, context: SampleContext): AttachmentsValue {
  const wanted = kinds.flatMap(({ id, title, accept: own, minimum }) => Array.from({ length: Math.max(1, count(minimum, 1)) }, () => ({ kind: { kind: id }, name: localize(title, context.locale), accept: own ?? accept })));
  const plain = { kind: {}, name: say(context, '材料', 'paper'), accept };
  while (wanted.length < Math.max(1, count(minimumCount, 1))) wanted.push({ ...(wanted[0] ?? plain) } as never);
  return wanted.map(({ kind, name, accept: types }, index) => {
    const [ending, type] = fileType(types);
    return { id: `sample-${index + 1}`, ...kind, name: `${name}${index + 1}${ending}`, size: 120_000, type, hash: String(index % 10).repeat(64), scan: 'clean', uploadedAt: `${context.today}T09:00:00+08:00` };
  });
}

const TYPES: readonly (readonly [ending: string, type: string])[] = [['.pdf', 'application/pdf'], ['.jpg', 'image/jpeg'], ['.png', 'image/png'], ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'], ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['.ofd', 'application/ofd'], ['.mp4', 'video/mp4']];

function fileType(accept: readonly string[] | undefined): readonly [string, string] {
  const fitting = TYPES.find(([ending, type]) => accept?.some((each) => each === ending || each === type || (each.endsWith('/*') && type.startsWith(each.slice(0, -1)))) ?? true);
  const [first] = accept ?? [];
  return fitting ?? (first?.startsWith('.') === true ? [first, 'application/octet-stream'] : ['.bin', first ?? 'application/octet-stream']);
}
