import { describe, expect, it } from 'vitest';
import { createMemoryLookUp } from '../../../../hosts/memory-look-up.js';
import { knownEntry, rememberEntry } from '../../../../hosts/known-entries.js';
import { datesText, fullName, isOffered, lookUpOf, todayOf, valueText } from './entries.js';
import { lookUpWords } from './words.js';

const old = { value: '440684', label: '高明市', from: '1994-04-05', until: '2002-12-07' };

describe('an entry with days', () => {
  it.each([
    ['1994-04-04', false, '自1994年4月5日起有效。'],
    ['1994-04-05', true, ''],
    ['2002-12-07', true, ''],
    ['2002-12-08', false, '有效期至2002年12月7日，现已停用；已经填写的仍然可以提交。'],
  ])('is on %s offered: %s, and told %j', (day, offered, text) => {
    expect(isOffered(old, day)).toBe(offered);
    expect(datesText(old, day, lookUpWords['zh-CN'], 'zh-CN')).toBe(text);
  });

  it('is always offered without them', () => {
    expect(isOffered({ value: 1, label: '一' }, '2026-03-05')).toBe(true);
  });
});

describe('lookUpOf', () => {
  const areas = createMemoryLookUp([]);

  it.each([
    [{ lookUp: 'areas' }, areas],
    [{ lookUp: 'others' }, undefined],
    [{ lookUp: 'constructor' }, undefined],
    [{ lookUp: 1 }, undefined],
    [{}, undefined],
  ])('of %j is what the page lends', (widgetOptions, lookUp) => {
    expect(lookUpOf({ widgetOptions }, { hosts: { lookUps: { areas } } })).toBe(lookUp);
    expect(lookUpOf({ widgetOptions }, { hosts: {} })).toBeUndefined();
  });

  it('has entries that are known once they were seen', () => {
    expect(knownEntry(areas, '440684')).toBeUndefined();

    rememberEntry(areas, old);

    expect(knownEntry(areas, '440684')).toBe(old);
    expect(knownEntry(createMemoryLookUp([]), '440684')).toBeUndefined();
  });
});

describe('words of an entry', () => {
  it('name its place from the top', () => {
    expect(fullName({ value: 1, label: '高明区', path: [{ value: 2, label: '广东省' }, { value: 3, label: '佛山市' }] })).toBe('广东省 佛山市 高明区');
  });

  it('are the name in a stored object, else the value itself', () => {
    expect([valueText('personPicker', { id: 'p1', name: '林芳' }, 'zh-CN'), valueText('areaPicker', '440608', 'zh-CN'), valueText('lookUp', undefined, 'zh-CN')]).toEqual(['林芳 p1', '440608', '']);
  });

  it('count days in the office, not where the machine is', () => {
    expect(todayOf({ hosts: { now: () => '2026-03-05T16:30:00Z' } })).toBe('2026-03-06');
  });
});
