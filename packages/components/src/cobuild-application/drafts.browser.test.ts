import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { find, mount } from '../../test/mount.js';
import { smallScheme } from '../../test/small-scheme.js';
import '../define/cobuild-application.js';
import type { CobuildApplication } from './cobuild-application.js';
import type { DraftStorage } from '../drafts/draft-storage.js';

const SAVED_AT = '2026-03-05T02:32:00Z';

type Kept = Required<Omit<DraftStorage, 'watch'>>;

function storage(changes: Partial<DraftStorage> = {}): { [K in keyof Kept]: ReturnType<typeof vi.fn<Kept[K]>> } {
  return {
    load: vi.fn(changes.load ?? (() => Promise.resolve(undefined))),
    save: vi.fn(changes.save ?? (() => Promise.resolve({ savedAt: SAVED_AT }))),
    remove: vi.fn(changes.remove ?? (() => Promise.resolve())),
  };
}

async function mountWith(properties: Partial<CobuildApplication>): Promise<CobuildApplication> {
  const application = await mount<CobuildApplication>('cobuild-application', { scheme: smallScheme, ...properties });
  await vi.advanceTimersByTimeAsync(0);
  await application.updateComplete;
  return application;
}

/** As somebody types, without the clock of the browser driver. */
function type(application: CobuildApplication, value: string): void {
  const field = find<HTMLInputElement>(application, '[data-pointer="/projectName"] input');
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

async function pass(application: CobuildApplication, ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await application.updateComplete;
}

/** What the browser would ask when the page is closed now. */
function asksBeforeLeaving(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** What was handed to the storage, save by save. */
const saves = (drafts: ReturnType<typeof storage>): unknown[] => drafts.save.mock.calls.map(([answers]) => answers);

const said = (application: CobuildApplication): string => (find(application, '.saved').textContent ?? '').trim();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: Date.parse('2026-03-05T02:40:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('cobuild-application drafts', () => {
  it('saves 0.8 s after the last change, once, and says when', async () => {
    const drafts = storage();
    const application = await mountWith({ drafts });

    type(application, '村口');
    await pass(application, 500);
    type(application, '村口路灯');
    await pass(application, 799);
    expect(drafts.save).not.toHaveBeenCalled();
    await pass(application, 1);

    expect(saves(drafts)).toEqual([{ projectName: '村口路灯' }]);
    expect(said(application)).toBe('已于 10:32 保存');
  });

  it('names the day too where it was another one', async () => {
    const application = await mountWith({ drafts: storage({ load: () => Promise.resolve({ answers: {}, savedAt: '2026-03-04T02:32:00Z' }) }) });

    expect(said(application)).toBe('已于2026年3月4日 10:32 保存');
  });

  it('begins with the draft that is there', async () => {
    const application = await mountWith({ drafts: storage({ load: () => Promise.resolve({ answers: { projectName: '旧稿' }, savedAt: SAVED_AT }) }) });

    expect(find<HTMLInputElement>(application, '[data-pointer="/projectName"] input').value).toBe('旧稿');
  });

  it('lets nothing be typed over a draft that could not be read, until it is', async () => {
    let broken = true;
    const drafts = storage({ load: () => (broken ? Promise.reject(new Error('offline')) : Promise.resolve({ answers: { projectName: '旧稿' }, savedAt: SAVED_AT })) });
    const application = await mountWith({ drafts });
    expect(application.renderRoot.querySelector('input')).toBeNull();
    expect(find(application, '[role=alert]').textContent).toContain('没有读到上次保存的内容');

    broken = false;
    find(application, '[role=alert] button').click();
    await pass(application, 0);

    expect(find<HTMLInputElement>(application, '[data-pointer="/projectName"] input').value).toBe('旧稿');
    expect(drafts.load).toHaveBeenCalledTimes(2);
  });

  it('says that saving failed, tries again ever later, and saves the newest answers in the end', async () => {
    let broken = true;
    const drafts = storage({ save: () => (broken ? Promise.reject(new Error('offline')) : Promise.resolve({ savedAt: SAVED_AT })) });
    const application = await mountWith({ drafts });

    type(application, '村口');
    await pass(application, 800);
    expect(find(application, '[role=alert]').textContent).toContain('没有保存成功');
    type(application, '村口路灯');
    await pass(application, 1999);
    expect(drafts.save).toHaveBeenCalledTimes(1);
    await pass(application, 1);
    expect(drafts.save).toHaveBeenCalledTimes(2);
    await pass(application, 3999);
    expect(drafts.save).toHaveBeenCalledTimes(2);
    broken = false;
    await pass(application, 1);

    expect(saves(drafts)[2]).toEqual({ projectName: '村口路灯' });
    expect(application.renderRoot.querySelector('[role=alert]')).toBeNull();
    expect(said(application)).toBe('已于 10:32 保存');
  });

  it('saves at once when asked after a failure', async () => {
    let broken = true;
    const drafts = storage({ save: () => (broken ? Promise.reject(new Error('offline')) : Promise.resolve({ savedAt: SAVED_AT })) });
    const application = await mountWith({ drafts });
    type(application, '村口');
    await pass(application, 800);

    broken = false;
    find(application, '[role=alert] button').click();
    await pass(application, 0);

    expect(drafts.save).toHaveBeenCalledTimes(2);
    expect(said(application)).toBe('已于 10:32 保存');
  });

  it('saves what was typed while a save was under way', async () => {
    const finish: (() => void)[] = [];
    const drafts = storage({ save: () => new Promise((resolve) => finish.push(() => resolve({ savedAt: SAVED_AT }))) });
    const application = await mountWith({ drafts });
    type(application, '村口');
    await pass(application, 800);
    type(application, '村口路灯');
    await pass(application, 5000);
    expect(drafts.save).toHaveBeenCalledTimes(1);

    finish[0]?.();
    await pass(application, 800);

    expect(saves(drafts)[1]).toEqual({ projectName: '村口路灯' });
  });

  it.each([
    ['the page is left', () => dispatchEvent(new Event('pagehide'))],
    [
      'the page is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValueOnce('hidden');
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('saves at once when %s', async (_, leave) => {
    const drafts = storage();
    const application = await mountWith({ drafts });
    type(application, '村口');

    leave();

    expect(drafts.save).toHaveBeenCalledOnce();
  });

  it('saves at once when the element is taken off the page', async () => {
    const drafts = storage();
    const application = await mountWith({ drafts });
    type(application, '村口');

    application.remove();

    expect(drafts.save).toHaveBeenCalledOnce();
  });

  it('asks before the page is closed only while something is unsaved', async () => {
    const application = await mountWith({ drafts: storage() });
    expect(asksBeforeLeaving()).toBe(false);

    type(application, '村口');
    expect(asksBeforeLeaving()).toBe(true);
    await pass(application, 800);

    expect(asksBeforeLeaving()).toBe(false);
  });

  it('does not ask for what was taken off the page, though its last save meets another version', async () => {
    const theirs = { answers: { projectName: '球场' }, savedAt: SAVED_AT, revision: 7 };
    const drafts = storage({ load: () => Promise.resolve({ answers: { projectName: '广场' }, savedAt: SAVED_AT, revision: 1 }), save: () => Promise.resolve({ conflict: theirs }) });
    const application = await mountWith({ drafts });
    type(application, '村口');
    application.remove();
    await pass(application, 0);

    expect(drafts.save).toHaveBeenCalledTimes(1);
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('hands the answers to the page where there is no storage', async () => {
    const application = await mountWith({});
    const heard: unknown[] = [];
    application.addEventListener('cobuild-draft', ({ detail }) => heard.push(detail));

    type(application, '村口路灯');
    await pass(application, 800);

    expect(heard).toEqual([{ answers: { projectName: '村口路灯' } }]);
    expect(asksBeforeLeaving()).toBe(false);
  });

  it('removes the draft once the application is in, after a save that is under way', async () => {
    const order: string[] = [];
    let finish = (): void => undefined;
    const drafts = storage({
      save: () => new Promise((resolve) => (finish = () => { order.push('saved'); resolve({ savedAt: SAVED_AT }); })),
      remove: () => { order.push('removed'); return Promise.resolve(); },
    });
    const application = await mountWith({ drafts });
    type(application, '村口');
    await pass(application, 800);

    application.receipt = { caseId: 'GM-7', submittedAt: SAVED_AT };
    await pass(application, 0);
    expect(order).toEqual([]);
    finish();
    await pass(application, 10_000);

    expect(order).toEqual(['saved', 'removed']);
    expect(drafts.save).toHaveBeenCalledTimes(1);
    expect(asksBeforeLeaving()).toBe(false);
  });
});
