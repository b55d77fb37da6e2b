import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { identities } from '../../../../.storybook/gaoming.js';
import { axeViolations } from '../../test/axe.js';
import { inlineStyles, mount } from '../../test/mount.js';
import '../define/cobuild-identity-switch.js';
import type { CobuildIdentitySwitch } from './cobuild-identity-switch.js';

const mountSwitch = (properties: Partial<CobuildIdentitySwitch> = {}): Promise<CobuildIdentitySwitch> => mount<CobuildIdentitySwitch>('cobuild-identity-switch', { identities, ...properties });
const field = (): ReturnType<typeof page.getByRole> => page.getByRole('combobox', { name: '演示身份' });

describe('cobuild-identity-switch', () => {
  it('shows who is here', async () => {
    await mountSwitch({ current: 'reviewer-hecheng' });
    await expect.element(field()).toHaveDisplayValue('荷城街道初审人员 · 黄启文');
  });

  it('says that nobody is chosen, and offers that only then', async () => {
    const element = await mountSwitch();
    await expect.element(field()).toHaveDisplayValue('未选择（公众）');
    element.current = 'resident';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('option[value=""]')).toBeNull();
    await expect.element(field()).toHaveDisplayValue('和顺社区居民 · 谢春梅');
  });

  it('is silent when the host sets who is here', async () => {
    const element = await mountSwitch({ current: 'resident' });
    const chosen: unknown[] = [];
    element.addEventListener('cobuild-identity', (event) => chosen.push((event as CustomEvent<unknown>).detail));
    element.current = 'administrator';
    await element.updateComplete;
    expect(chosen).toEqual([]);
  });

  it('tells whom the person chose when they press the button, not while they look through the list', async () => {
    const element = await mountSwitch({ current: 'resident' });
    const chosen: unknown[] = [];
    element.addEventListener('cobuild-identity', (event) => chosen.push((event as CustomEvent<unknown>).detail));
    await field().selectOptions('committee-clerk');
    expect(chosen).toEqual([]);
    await page.getByRole('button', { name: '切换演示身份' }).click();
    await expect.poll(() => chosen).toEqual([{ id: 'committee-clerk' }]);
  });

  it('says nothing when the person stays who they are', async () => {
    const element = await mountSwitch({ current: 'resident' });
    const chosen: unknown[] = [];
    element.addEventListener('cobuild-identity', (event) => chosen.push(event));
    await page.getByRole('button', { name: '切换演示身份' }).click();
    expect(chosen).toEqual([]);
  });

  it('has no accessibility violation and no inline style, empty and filled', async () => {
    for (const people of [[], identities]) {
      const element = await mountSwitch({ identities: people, lang: 'en' });
      expect(await axeViolations(element)).toEqual([]);
      expect(inlineStyles(element.renderRoot)).toEqual([]);
    }
  });
});
