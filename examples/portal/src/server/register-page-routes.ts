import type { FormDefinition } from '@cobuild/core';
import type { EnteredMark, Identity } from '@cobuild/rules';
import type { Context, Hono } from 'hono';
import type { CaseService } from './case-service.js';
import { takesPart } from './case-service.js';
import { gradingOf, inputsOf } from './page-roles.js';
import type { RunningScheme } from './published-schemes.js';
import { markRange } from './register-service.js';
import type { RegisterService } from './register-service.js';
import type { RouteTools } from './route-tools.js';
import { isRecord } from './route-tools.js';

/** The register of a scheme. What is long goes out line by line, as JSON each, while it is read or worked out. */
export function addRegisterPageRoutes(app: Hono, register: RegisterService, cases: CaseService, { withIdentity, refuse, bodyOf, localeOf, current }: RouteTools): void {
  const inRegister = (handle: (context: Context, identity: Identity, running: RunningScheme) => Promise<Response>) => withIdentity(async (context, identity) => {
    const running = await current(context);
    if (running === undefined || !takesPart(identity, running) || gradingOf(running.scheme) === undefined || !register.mayRead(identity, running.scheme)) return refuse(context, 'portal/not-allowed', 403);
    if (register.isCollected(running.scheme)) await register.collect(running.scheme, (await cases.all(running.scheme.id)).map(({ state }) => state));
    return handle(context, identity, running);
  });

  app.get('/api/register', inRegister(async (context, identity, { scheme }) => context.json({
    count: await register.count(scheme, identity), grading: gradingOf(scheme)?.id, inputs: inputsOf(scheme, identity.role), range: markRange(scheme), ...(register.mayKeep(identity, scheme) ? { payForm } : {}),
  })));
  app.get('/api/register/lines', inRegister((context, identity, { scheme }) => Promise.resolve(inLines(context, register.lines(scheme, identity)))));
  app.post('/api/register/entries', inRegister(async (context, identity, { scheme }) => {
    if (!register.mayKeep(identity, scheme)) return refuse(context, 'portal/not-allowed', 403);
    const entries = (await bodyOf(context))?.['entries'];
    if (!Array.isArray(entries)) return refuse(context, 'portal/broken-request', 400);
    const loaded = await register.load(scheme, entries);
    return loaded === undefined ? refuse(context, 'portal/bad-entries', 422) : context.json({ loaded });
  }));
  app.post('/api/register/marks', inRegister(async (context, identity, { scheme }) => {
    const marks = (await bodyOf(context))?.['marks'];
    if (!Array.isArray(marks) || !marks.every(isRecord)) return refuse(context, 'portal/broken-request', 400);
    const kept = await register.mark(scheme, identity, marks as readonly unknown[] as readonly EnteredMark[]);
    return kept === undefined ? refuse(context, 'portal/bad-marks', 422) : context.json({ kept });
  }));
  app.post('/api/register/assessment', inRegister((context, identity, { scheme }) => {
    if (!register.mayKeep(identity, scheme)) return Promise.resolve(refuse(context, 'portal/not-allowed', 403));
    return Promise.resolve(inLines(context, single(register.assess(scheme, localeOf(context)))));
  }));
}

/** Paying is a step of its own, after a look at what comes out. */
const payForm: FormDefinition = {
  id: 'pay', title: { 'zh-CN': '评定并兑现本年度奖励', en: 'Assess the year and pay' },
  schema: { type: 'object', required: ['checked'], properties: { checked: { type: 'boolean', const: true } } },
  fields: { '/checked': { title: { 'zh-CN': '分数已经核对，按方案评定等次、兑现奖励；每一条每年只兑现一次', en: 'The marks are checked; grades are given and rewards paid by the scheme, once a year each' } } },
};

/** Each slice is sent when the one before has gone out: what waits for a slow reader is one slice. */
function inLines(context: Context, slices: AsyncGenerator<readonly unknown[], void>): Response {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await slices.next();
      if (done === true) controller.close();
      else controller.enqueue(encoder.encode(value.map((line) => `${JSON.stringify(line)}\n`).join('')));
    },
    async cancel() {
      await slices.return(undefined);
    },
  });
  return context.body(stream, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' });
}

async function* single(reports: AsyncGenerator<unknown>): AsyncGenerator<readonly unknown[], void> {
  for await (const report of reports) yield [report];
}
