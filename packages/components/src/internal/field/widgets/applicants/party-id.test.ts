import { describe, expect, it } from 'vitest';
import { withPartyMember } from './party-id.js';

describe('withPartyMember', () => {
  it.each([
    ['takes the name for its id', { role: 'partner' }, 'name', '河江社区', { role: 'partner', name: '河江社区', id: '河江社区' }],
    ['takes the code once there is one', { name: '河江社区', id: '河江社区' }, 'code', 'N1', { name: '河江社区', id: 'N1', code: 'N1' }],
    ['goes back to the name without a code', { name: '河江社区', code: 'N1', id: 'N1' }, 'code', undefined, { name: '河江社区', id: '河江社区' }],
    ['has none without either', { name: '河江社区', id: '河江社区' }, 'name', undefined, {}],
    ['keeps the id that the host gave', { name: '河江社区', id: 'village-b' }, 'name', '文昌社区', { name: '文昌社区', id: 'village-b' }],
  ] as const)('%s', (_, party, key, member, next) => {
    expect(withPartyMember(party as never, key, member)).toEqual(next);
  });
});
