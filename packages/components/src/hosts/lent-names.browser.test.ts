import type { FormDefinition } from '@cobuild/core';
import { entryNames } from '@cobuild/core';
import type { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { gaomingDemo, actor } from '../../../../.storybook/gaoming.js';
import { GaomingPlay } from '../../../../.storybook/gaoming-states.js';
import { mount } from '../../test/mount.js';
import '../define/all.js';
import type { FieldHosts } from './field-hosts.js';
import type { LookUp, LookUpEntry } from './look-up.js';

const entries: readonly LookUpEntry[] = [{ value: 'hs', label: '和顺社区', detail: '91350100M000100Y43' }, { value: 'hj', label: '河江社区' }];
/** A register of its own for each test, since names are kept for the page. */
function registerNamed(name: string, wait: Promise<unknown> = Promise.resolve()): FieldHosts {
  const lookUp: LookUp = { find: () => Promise.resolve({ entries }), resolve: async (value) => (await wait, entries.find((entry) => entry.value === value)) };
  return { lookUps: { [name]: lookUp } };
}
const definition = (lookUp: string): FormDefinition => ({
  id: 'unit', title: { 'zh-CN': '单位' }, schema: { type: 'object', properties: { unit: { type: 'string' } } },
  fields: { '/unit': { title: { 'zh-CN': '承办单位' }, widget: 'organisationPicker', widgetOptions: { lookUp }, publish: 'plain' } },
});
const saidBy = (element: LitElement): string => element.renderRoot.textContent ?? '';

describe('an answer that is stored by its code', () => {
  it.each([
    ['cobuild-answers', { view: 'review' }, '和顺社区（91350100M000100Y43）'],
    ['cobuild-answers', { view: 'print' }, '和顺社区（91350100M000100Y43）'],
    ['cobuild-answers', { view: 'public' }, '和顺社区'],
    ['cobuild-answers', { earlier: { unit: 'hj' } }, '河江社区'],
    ['cobuild-form', { mode: 'read' }, '和顺社区（91350100M000100Y43）'],
    ['cobuild-form', { mode: 'review' }, '和顺社区（91350100M000100Y43）'],
  ] as const)('is shown by its name in %s %j', async (tag, properties, expected) => {
    const name = `${tag}-${JSON.stringify(properties)}`;
    const element = await mount<LitElement>(tag, { definition: definition(name), value: { unit: 'hs' }, hosts: registerNamed(name), ...properties } as object);

    await expect.poll(() => saidBy(element)).toContain(expected);
    expect(saidBy(element)).not.toMatch(/\bhs\b/);
  });

  it('says that its name is being read until it is there', async () => {
    let arrive = (): void => undefined;
    const wait = new Promise<void>((resolve) => (arrive = resolve));
    const element = await mount<LitElement>('cobuild-answers', { definition: definition('slow'), value: { unit: 'hs' }, hosts: registerNamed('slow', wait) } as object);
    const before = saidBy(element);
    arrive();

    expect(before).toContain('hs（正在读取名称）');
    await expect.poll(() => saidBy(element)).toContain('和顺社区');
  });

  it('is shown as it is where the page lends no register, and by its name once it does', async () => {
    const element = await mount<LitElement>('cobuild-answers', { definition: definition('late'), value: { unit: 'hs' } } as object);
    const before = saidBy(element);
    Object.assign(element, { hosts: registerNamed('late') });

    expect([before.includes('hs'), before.includes('（')]).toEqual([true, false]);
    await expect.poll(() => saidBy(element)).toContain('和顺社区');
  });

  it('is shown by its name at the desk of a reviewer', async () => {
    const play = new GaomingPlay().submit();
    const forms = gaomingDemo.forms.map((form) => ({ ...form, fields: { ...form.fields, '/projectName': { ...form.fields?.['/projectName'], widget: 'lookUp', widgetOptions: { lookUp: 'desk' } } } }));
    const state = { ...play.state, answers: { ...play.state.answers, projectName: 'hj' } };
    const review = await mount<LitElement>('cobuild-review', { scheme: { ...gaomingDemo, forms }, state, actor: actor('reviewer-hecheng'), today: '2026-03-06', hosts: registerNamed('desk') } as object);

    await expect.poll(() => saidBy(review)).toContain('河江社区');
  });

  it('goes on being named after the page that lent the register has gone', async () => {
    const element = await mount<LitElement>('cobuild-answers', { definition: definition('gone'), value: { unit: 'hj' }, hosts: registerNamed('gone') } as object);
    await expect.poll(() => saidBy(element)).toContain('河江社区');
    element.remove();

    expect(entryNames.nameOf('gone', 'hj')).toEqual({ label: '河江社区', path: [] });
    expect(entryNames.nameOf('gone', 'hs')).toBeUndefined();
  });
});
