import { describe, expect, it } from 'vitest';
import { describeCaseStore, describeFiles, describeMessages } from '../../test/host-contract.js';
import { createMemoryCaseStore, createMemoryFiles, createMemoryIdentities, createMemoryMessages, createMemoryRegistry } from './index.js';

describeCaseStore('memory', () => Promise.resolve({ store: createMemoryCaseStore(), close: () => Promise.resolve() }));
describeFiles('memory', () => Promise.resolve(createMemoryFiles()));
describeMessages('memory', () => Promise.resolve(createMemoryMessages()));

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
});
