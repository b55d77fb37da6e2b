import { describe, expect, it } from 'vitest';
import { describeCaseStore, describeFiles, describeMessages, describeRegisters } from '../../test/host-contract.js';
import { createMemoryCaseStore, createMemoryFiles, createMemoryIdentities, createMemoryMessages, createMemoryPrefill, createMemoryRegisters, createMemoryRegistry } from './index.js';

describeCaseStore('memory', () => Promise.resolve({ store: createMemoryCaseStore(), close: () => Promise.resolve() }));
describeFiles('memory', () => Promise.resolve(createMemoryFiles()));
describeMessages('memory', () => Promise.resolve(createMemoryMessages()));
describeRegisters('memory', () => Promise.resolve(createMemoryRegisters({ areas: [{ value: 'district', label: '大通区', onlyGroup: true, children: [{ value: 'a', label: '甲村', detail: '340402001' }, { value: 'b', label: '乙村' }] }] })));

describe('identities and registers in memory', () => {
  it('know nobody by an unknown credential', async () => {
    const identities = createMemoryIdentities([{ id: 'secretary', name: '陈书记', role: 'villageSecretary' }]);
    expect(await identities.identify('secretary')).toMatchObject({ name: '陈书记' });
    expect(await identities.identify('__proto__')).toBeUndefined();
    expect(await identities.identify(undefined)).toBeUndefined();
  });

  it('answer with no members for a committee that is not registered', async () => {
    const registry = createMemoryRegistry({ 'joint-review': [{ id: 'm01' }] });
    expect(await registry.committeeMembers('joint-review')).toHaveLength(1);
    expect(await registry.committeeMembers('constructor')).toEqual([]);
  });

  it('answer with nothing for a form that no register knows', async () => {
    const known = [{ pointer: '/name', value: '和顺社区', source: { id: 'organisations', title: '组织机构库' }, at: '2026-03-01T00:00:00+08:00' }];
    const prefill = createMemoryPrefill({ application: known });
    expect(await prefill.answersFor('application')).toEqual(known);
    expect(await prefill.answersFor('toString')).toEqual([]);
  });
});
