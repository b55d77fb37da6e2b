import { confirmParty } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { applicantsTables } from './applicants-tables.js';

const value = confirmParty(
  { parties: [{ id: 'b', role: 'partner', name: '河江社区', share: 40, task: '照料老人' }, { id: 'a', role: 'lead', name: '荷城社区', code: 'N1', share: 60 }] },
  'b', { id: 'p7', name: '李四', organisation: 'b' }, '2026-03-05T09:00:00+08:00',
);

describe('joint applicants in words', () => {
  it('have a row a party, with who confirmed for it', () => {
    expect(applicantsTables(value, { locale: 'zh-CN' })[0]?.rows).toEqual([
      ['河江社区', '合作单位', '', '照料老人', '40%', '李四 2026年3月5日 09:00'],
      ['荷城社区', '牵头单位', 'N1', '', '60%', ''],
    ]);
  });

  it.each([undefined, { parties: [] }, { parties: 3 } as never])('are no table where there are none: %j', (none) => {
    expect(applicantsTables(none, { locale: 'en' })).toEqual([]);
  });
});
