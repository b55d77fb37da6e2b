import { serve } from '@hono/node-server';
import type { Scheme, Stage } from '@cobuild/core';
import { chinaCalendar, dateInZone } from '@cobuild/core';
import type { CaseState, Identity } from '@cobuild/rules';
import { dossierOf } from '@cobuild/rules';
import type { AddressInfo } from 'node:net';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../src/server/case-service.js';
import { partOfStory } from './part-of-story.js';
import type { Portal } from './portal-harness.js';
import { openPortal } from './portal-harness.js';
import { everyScheme, publicCount } from './scheme-steps.js';
import { daysAfter, exampleCases, stageAnswers } from './stage-answers.js';
import type { WatchedPage } from './watched-page.js';
import { launchChromium, watchPage, widths } from './watched-page.js';

let portal: Portal;
let server: ReturnType<typeof serve>;
let origin: string;
let browser: Browser;

beforeAll(async () => { browser = await launchChromium(); });
afterAll(async () => { await browser.close(); });

/** Each attempt at a scheme has a portal of its own: one that is made again finds nothing that the first has left. */
async function servePortal(scheme: string): Promise<void> {
  portal = await openPortal(scheme);
  // The clock is the test's, so that a notice comes to its end; the pages are those of the built portal.
  server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => { server.on('listening', resolve); });
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
}
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  server.close();
  await portal.close();
});

const setDay = (day: string): void => { portal.clock = new Date(`${day}T09:00:00+08:00`); };
const today = (): string => dateInZone(portal.clock.toISOString());

/** One page for a whole scheme, at which one person after the other sits down. */
class Seat {
  constructor(readonly watched: WatchedPage, readonly scheme: Scheme, readonly people: readonly Identity[]) {}

  get page(): Page { return this.watched.page; }

  async open(as: string | undefined, path: string, hash = ''): Promise<void> {
    await this.page.context().addCookies([{ name: 'identity', value: as ?? '', url: origin, sameSite: 'Strict', httpOnly: true }]);
    // An address that differs in its fragment alone would not load the page again. In between stands a file of the same origin: after an
    // empty page the browser would begin a new process, which reads all scripts anew.
    await this.page.goto(`${origin}/assets/portal.css`);
    await this.page.goto(`${origin}${path}?scheme=${this.scheme.id}${hash}`);
  }

  look(name: string): Promise<void> {
    return this.watched.look(`${this.scheme.id}-${name}`, process.env['SCREENS'] === undefined ? undefined : widths);
  }
}

const view = async (as: string, id: string): Promise<CaseView> => (await portal.call<CaseView>(as, 'GET', `/api/cases/${id}`)).body;

/** Fills in the form of a stage: plain questions with their controls, records (budget, opinions, meetings) as a page would bring them. */
async function fillIn(form: Locator, answers: Readonly<Record<string, unknown>>): Promise<void> {
  await form.evaluate((element, value) => { (element as unknown as { value: unknown }).value = value; }, Object.fromEntries(Object.entries(answers).filter(([, value]) => typeof value === 'object')));
  for (const [name, value] of Object.entries(answers).filter(([, each]) => typeof each !== 'object')) {
    const field = form.locator(`[data-pointer="/${name}"]`);
    await field.waitFor();
    // Controls count their choices: yes before no, the options of the schema in their order.
    const options = await form.evaluate((element, property) => (element as unknown as { definition: { schema: { properties: Record<string, { enum?: unknown[] }> } } }).definition.schema.properties[property]?.enum ?? [true, false], name);
    const radios = field.locator('input[type=radio]');
    if (await radios.count() > 0) await radios.nth(options.indexOf(value)).check();
    else if (await field.locator('select').count() > 0) await field.locator('select').first().selectOption({ index: options.indexOf(value) + 1 });
    else if (await field.locator('input[type=checkbox]').count() > 0) await field.locator('input[type=checkbox]').first().setChecked(value === true);
    else await field.locator('input:not([hidden]), textarea').first().fill(String(value));
  }
}

/** Fills in the forms of the meetings that were held and have none yet. */
async function sheets(seat: Seat): Promise<void> {
  const { page, scheme } = seat;
  const box = page.locator('cobuild-evidence');
  const open = box.locator('.demand:has(.tag.info) button');
  for (let left = await open.count(); left > 0; left -= 1) {
    const form = (await open.first().getAttribute('id'))?.replace('record-', '') ?? '';
    const state = await box.evaluate((element) => (element as unknown as { state: CaseState }).state);
    const stage = scheme.stages.find((each) => each.form === form) as Stage;
    await open.first().click();
    await fillIn(box.locator('cobuild-form'), stageAnswers(scheme, stage, state, today()) ?? {});
    if (left === 1) await seat.look(`${stage.id}-sheet`);
    await box.locator('#entry-form-send').click();
    await expect.poll(() => open.count(), { timeout: 20_000 }).toBe(left - 1);
  }
}

async function records(seat: Seat): Promise<void> {
  const box = seat.page.locator('cobuild-evidence');
  for (let left = await box.locator('.demand .tag.warning').count(); left > 0; left -= 1) {
    await box.locator('.demand:has(.tag.warning) button').first().click();
    await box.getByLabel('情况说明').fill('已核对，材料齐全。');
    await box.getByRole('button', { name: '保存登记' }).click();
    await expect.poll(() => box.locator('.demand .tag.warning').count(), { timeout: 20_000 }).toBe(left - 1);
  }
  await sheets(seat);
}

async function press(page: Page, selector: string): Promise<void> {
  await expect.poll(() => page.locator(selector).getAttribute('aria-disabled'), { timeout: 20_000 }).not.toBe('true');
  await page.locator(selector).click();
}

/** A resident chooses a candidate while the vote is open, reads the ballot through and casts it. */
async function ballot(seat: Seat, stage: Stage, candidate: string): Promise<void> {
  const { page, people } = seat;
  // Whether a vote is open the element asks the clock of the browser.
  await page.clock.setSystemTime(portal.clock);
  await seat.open(people.find(({ role }) => role === 'resident')?.id, '/vote', `#vote/${stage.publicVote ?? ''}`);
  await page.locator(`cobuild-public-vote input[name=pick][value="${candidate}"]`).check();
  await seat.look(`${stage.id}-ballot`);
  await press(page, 'cobuild-public-vote #check');
  await page.locator('cobuild-public-vote #confirm-box .actions button').first().click();
  await page.locator('cobuild-public-vote #receipt').waitFor();
  await seat.look(`${stage.id}-cast`);
}

/** A juror marks every candidate of a vote, the one of the case highest. */
async function jurySheet(seat: Seat, stage: Stage, juror: string, candidate: string): Promise<void> {
  const { page } = seat;
  await seat.open(juror, '/vote', `#vote/${stage.publicVote ?? ''}`);
  const form = page.locator('cobuild-form');
  await form.locator(`[data-pointer="/${candidate}"] input`).first().waitFor();
  for (const field of await form.locator('[data-pointer]').all()) await field.locator('input').first().fill((await field.getAttribute('data-pointer')) === `/${candidate}` ? '95' : '60');
  await seat.look(`${stage.id}-jury`);
  await form.getByRole('button', { name: '提交' }).click();
  await page.getByText('打分已交', { exact: false }).first().waitFor();
}

/** Whoever carries a vote out writes its count into the log, once it is over. */
async function recordCount(seat: Seat, stage: Stage, organiser: string, candidate: string): Promise<void> {
  const { page } = seat;
  await page.clock.setSystemTime(portal.clock);
  await seat.open(organiser, '/vote', `#vote/${stage.publicVote ?? ''}`);
  await page.locator('cobuild-public-vote #record').waitFor();
  await seat.look(`${stage.id}-count`);
  await press(page, 'cobuild-public-vote #record');
  await page.locator('cobuild-public-vote #confirm-box .actions button').first().click();
  await page.getByText('计票结果已经登记。').waitFor();
  const { body: { count } } = await portal.call<{ count: { tally: { voters: number }; jury: { candidate: string; mark: number }[] } }>(undefined, 'GET', `/api/votes/${stage.publicVote ?? ''}?scheme=${seat.scheme.id}`);
  expect([count.tally.voters, count.jury.find((each) => each.candidate === candidate)?.mark]).toEqual([2001, 95]);
}

/** How a person settles a stage with the page that is open. */
async function review(seat: Seat, stage: Stage, state: CaseState): Promise<void> {
  const { page, scheme } = seat;
  const outcome = stage.outcomes.find(({ kind }) => kind === 'forward' || kind === 'confirmed');
  const answers = stageAnswers(scheme, stage, state, today());
  if (answers !== undefined) await fillIn(page.locator('cobuild-review cobuild-form').last(), answers);
  await page.locator(`#outcomes input[value="${outcome?.id ?? ''}"]`).check();
  if (outcome?.reason === 'required') await page.locator('#reason').fill('符合要求。');
  await seat.look(stage.id);
  await press(page, '#submit');
}

async function vote(seat: Seat, stage: Stage): Promise<void> {
  const { page } = seat;
  const confirm = (): Promise<void> => page.locator('cobuild-meeting #confirm-box .actions button').first().click();
  await press(page, '#open-meeting');
  await press(page, '#sign-in-all');
  await press(page, '#open-voting');
  await page.locator('#close-voting').waitFor();
  if (await page.locator('#count-issued').count() > 0) {
    const count = (await page.locator('cobuild-meeting').evaluate((element) => (element as unknown as { state: CaseState }).state.meeting?.present.length ?? 0));
    for (const name of ['issued', 'returned', 'yes']) await page.locator(`#count-${name}`).fill(String(count));
    for (const name of ['no', 'abstain', 'void']) await page.locator(`#count-${name}`).fill('0');
    await press(page, '#record-counts');
  } else {
    for (const radio of await page.locator('cobuild-meeting input[type=radio][value=yes]').all()) await radio.check();
    await press(page, '#record-ballots');
    await confirm();
  }
  await seat.look(stage.id);
  await press(page, '#close-voting');
  await confirm();
}

/** Each expert of a group hands in a sheet, the last of them closes the panel; returns who. */
async function score(seat: Seat, stage: Stage, id: string, who: string): Promise<string> {
  const { page, people } = seat;
  const unit = people.find((person) => person.id === who)?.unit;
  const group = people.filter((person) => person.role === stage.actor.role && person.unit === unit).map((person) => person.id);
  const sheet = page.locator('cobuild-score-sheet');
  for (const [index, expert] of group.entries()) {
    await seat.open(expert, '/scores');
    await sheet.locator('.mark').first().waitFor();
    for (const field of await sheet.locator('.mark').all()) await field.fill(String(85 + index));
    if (index === 0) await seat.look(`${stage.id}-sheet`);
    await press(page, 'cobuild-score-sheet #submit');
    await expect.poll(async () => (await view(expert, id)).state.scoring?.[0]?.sheets.map(({ reviewer }) => reviewer) ?? [], { timeout: 20_000 }).toContain(expert);
  }
  const last = group[group.length - 1] ?? who;
  await press(page, 'cobuild-score-sheet #close');
  await sheet.locator('#confirm-box .actions button').first().click();
  await page.locator('cobuild-score-sheet #verdict').waitFor();
  await seat.look(`${stage.id}-closed`);
  return last;
}

/** Whoever assigns gives the case to the group that the rule proposes. */
async function assignGroup(seat: Seat, stage: Stage, id: string): Promise<void> {
  const officer = seat.people.find(({ role }) => role === stage.assignment?.by)?.id ?? '';
  await seat.open(officer, '/review', `#case/${id}`);
  await seat.page.locator('cobuild-review #assignment').waitFor();
  await seat.look(`${stage.id}-assignment`);
  await press(seat.page, 'cobuild-review #assign');
  await seat.page.getByText(/已由.*分到/).waitFor();
}

/** Brings a case on from the stage at which it is. */
async function settle(seat: Seat, stage: Stage, id: string): Promise<void> {
  const { page, scheme, people } = seat;
  const acts: readonly string[] = ['reviewed', 'evidenceRecorded', 'meetingOpened', 'noticePublished', 'publicVoteCounted', 'scoreSubmitted'];
  if (stage.assignment !== undefined) await assignGroup(seat, stage, id);
  const able: string[] = [];
  for (const person of people.filter(({ role }) => role === stage.actor.role)) if ((await view(person.id, id)).next?.some(({ type }) => acts.includes(type))) able.push(person.id);
  const [who] = able;
  expect({ stage: stage.id, able: who !== undefined || stage.method === 'publicVote' }).toEqual({ stage: stage.id, able: true });
  const person = who ?? people.find(({ role }) => role === stage.actor.role)?.id ?? '';
  const { state } = await view(person, id);
  if (stage.method === 'publicVote') {
    const { closes } = publicCount(scheme, stage, state);
    const candidate = String(state.answers['candidate']);
    setDay(closes);
    // Two thousand residents have voted for days; one more does, and each juror marks.
    const story = partOfStory(scheme.id.replace(/-demo$/, ''), () => ({ ballots: [{ vote: stage.publicVote ?? '', voters: 2000, favourites: [candidate] }] }));
    expect(await portal.tell(scheme.id, story)).toEqual([]);
    await ballot(seat, stage, candidate);
    for (const { id: juror } of people.filter(({ role }) => role === 'juror')) await jurySheet(seat, stage, juror, candidate);
    setDay(daysAfter(closes, 1));
    return recordCount(seat, stage, person, candidate);
  }
  if (stage.method === 'score') {
    const closing = await score(seat, stage, id, person);
    await seat.open(closing, '/review', `#case/${id}`);
    await page.locator('cobuild-review #outcomes').waitFor();
    return review(seat, stage, (await view(closing, id)).state);
  }
  const path = stage.method === 'vote' || stage.method === 'publicity' ? '/committee' : '/review';
  await seat.open(person, path, `#case/${id}`);
  await page.locator(stage.method === 'vote' ? 'cobuild-meeting article' : 'cobuild-review #outcomes').waitFor();
  await records(seat);
  if (stage.method === 'vote') return vote(seat, stage);
  if (stage.method === 'publicity') {
    await press(page, '#publish');
    await page.getByText('公示中').first().waitFor();
    await seat.look(`${stage.id}-posted`);
    const { state: { notice } } = await view(person, id);
    await seat.open(people.find(({ role }) => role === 'resident')?.id, '/public');
    await page.locator('cobuild-notice').first().waitFor();
    await seat.look(`${stage.id}-public`);
    setDay(daysAfter(notice?.until ?? '', 1));
    await seat.open(person, path, `#case/${id}`);
    await page.locator('cobuild-review #outcomes').waitFor();
    return review(seat, stage, (await view(person, id)).state);
  }
  return review(seat, stage, state);
}

describe('every scheme, from its first step to its last by the roles that it names, in the pages of the portal', () => {
  it.each(everyScheme)('%s', async (id) => {
    await servePortal(id);
    setDay('2026-03-05');
    const { body: { scheme } } = await portal.call<{ scheme: Scheme }>(undefined, 'GET', `/api/scheme?scheme=${id}`);
    const { body: { identities } } = await portal.call<{ identities: Identity[] }>(undefined, 'GET', `/api/session?scheme=${id}`);
    const watched = await watchPage(browser, origin);
    const seat = new Seat(watched, scheme, identities);
    const { page } = watched;
    const [application] = scheme.stages;
    const applicant = identities.find(({ role }) => role === application?.actor.role)?.id ?? '';

    await seat.open(undefined, '/');
    await seat.look('home');
    const [example] = exampleCases(id);
    await portal.call(applicant, 'PUT', `/api/drafts/${id}?scheme=${id}`, { answers: example?.answers });
    await seat.open(applicant, '/apply', `#draft/${id}`);
    await page.getByRole('button', { name: /检查并提交/ }).first().click();
    await page.getByRole('button', { name: '提交申报' }).waitFor();
    await seat.look('check');
    await page.getByRole('button', { name: '提交申报' }).click();
    await page.getByText('申报已提交').waitFor();

    const { body: { cases: [first] } } = await portal.call<{ cases: CaseView[] }>(applicant, 'GET', `/api/cases?scheme=${id}`);
    const caseId = first?.state.id ?? '';
    const way: string[] = [];
    for (let current = (await view(applicant, caseId)).state; current.status === 'open' && way.length < 30; current = (await view(applicant, caseId)).state) {
      const stage = scheme.stages.find((each) => each.id === current.stage) as Stage;
      way.push(stage.id);
      await settle(seat, stage, caseId);
      await expect.poll(async () => (await view(applicant, caseId)).state.sequence, { timeout: 20_000 }).toBeGreaterThan(current.sequence);
      await expect.poll(async () => { const { state } = await view(applicant, caseId); return state.status === 'ended' || state.stage !== stage.id; }, { timeout: 20_000 }).toBe(true);
    }
    expect({ way, end: (await view(applicant, caseId)).state.end }).toEqual({ way, end: 'approved' });
    const stored = (await portal.call<CaseView>(identities.find(({ role }) => role === scheme.stages.find(({ method }) => method === 'vote')?.actor.role)?.id ?? applicant, 'GET', `/api/cases/${caseId}`)).body.state;
    // The form of every meeting that was held was filled in and is kept with the case.
    expect((stored.evidence ?? []).filter(({ answers }) => answers !== undefined).map(({ kind }) => kind)).toEqual(scheme.stages.filter((stage) => stage.method === 'vote' && stage.form !== undefined && way.includes(stage.id)).map(({ form }) => form));
    const papers = dossierOf(scheme, stored, { today: today(), calendar: chinaCalendar }).parts.flatMap(({ items }) => items.filter(({ kind }) => kind === 'discussion'));
    // Steps that an application need not have yet, such as the disclosure of results, come later; nobody owes any.
    expect(papers.filter(({ status }) => status === 'missing')).toEqual([]);
    if (id === 'four-discussions-demo') expect(papers.map(({ about, status }) => [about, status])).toEqual(['propose', 'consult', 'deliberate', 'resolve', 'discloseDecision', 'discloseResult'].map((form) => [form, 'present']));

    if (scheme.evaluation?.gradings?.some(({ inputs = [] }) => inputs.some(({ from }) => from !== undefined)) === true) {
      await seat.open(identities.find(({ role }) => role === scheme.stages.find((stage) => stage.id === way[way.length - 1])?.actor.role)?.id, '/register');
      await page.locator('cobuild-register').getByText(String(example?.answers['projectName'])).first().waitFor();
      await seat.look('register');
      const pay = page.locator('cobuild-form');
      await pay.locator('input').first().check();
      await seat.look('register-pay');
      await pay.getByRole('button', { name: '评定并兑现' }).click();
      await page.getByText('评定完成').waitFor();
      await seat.look('register-paid');
    }
    await seat.open(applicant, '/apply');
    await page.getByText(/已立项|已办结/).first().waitFor();
    await seat.look('ended');
    watched.expectQuiet();
  }, 180_000);
});
