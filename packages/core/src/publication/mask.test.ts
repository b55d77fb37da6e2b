import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaskKind } from './mask.js';
import { HIDDEN, mask, maskAddress, maskBankAccount, maskCitizenNumber, maskName, maskOrganisationCode, maskPhone } from './mask.js';

const KINDS: MaskKind[] = ['name', 'phone', 'citizenNumber', 'bankAccount', 'address', 'text'];

describe('maskName', () => {
  it.each([['张三丰', '张**'], ['张三', '张*'], ['欧阳娜娜', '欧***'], ['阿依古丽·买买提', '阿*******'], [' 张三丰 ', '张**'], ['Li Ming', 'L**'], ['𠮷野家', '𠮷**']])('leaves the first character of %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });

  it.each(['张', '张三13800138000', '张三（13800138000）', '3', 'L', '张三,李四', '张'.repeat(21)])('hides %s wholly', (name) => {
    expect(maskName(name)).toBe(HIDDEN);
  });
});

describe('maskPhone', () => {
  it('leaves three digits and four', () => {
    expect(maskPhone('13800138000')).toBe('138****8000');
  });

  it.each(['1380013800', '138-0013-8000', '0757-88221234', 'call me'])('hides %s wholly', (phone) => {
    expect(maskPhone(phone)).toBe(HIDDEN);
  });
});

describe('maskCitizenNumber', () => {
  it('hides the birth date and the last four', () => {
    expect(maskCitizenNumber('11010519491231002X')).toBe('110105************');
    expect(maskCitizenNumber('11010519491231002x')).toBe('110105************');
  });

  it.each(['110105194912310021', '11010519491231002', '110105491231002'])('hides %s, which is malformed, wholly', (number) => {
    expect(maskCitizenNumber(number)).toBe(HIDDEN);
  });
});

describe('maskOrganisationCode', () => {
  it('leaves kind and area', () => {
    expect(maskOrganisationCode('91350100M000100Y43')).toBe('91350100**********');
    expect(maskOrganisationCode('91350100M000100Y44')).toBe(HIDDEN);
  });
});

describe('maskBankAccount', () => {
  it.each([['4111111111111111', '****1111'], ['4111 1111 1111 1111', '****1111'], ['4111-1111-1111-1111', '****1111']])('leaves the last four of %s', (account, masked) => {
    expect(maskBankAccount(account)).toBe(masked);
  });

  it.each(['1234', '41111111111', '4111x11111111111', '1'.repeat(31)])('hides %s wholly', (account) => {
    expect(maskBankAccount(account)).toBe(HIDDEN);
  });
});

describe('maskAddress', () => {
  it.each([
    ['广东省佛山市高明区荷城街道沧江路12号', '广东省佛山市高明区荷城街道***'],
    ['佛山市高明区明城镇明阳村3组5号', '佛山市高明区明城镇***'],
    ['佛山市高明区沧江路12号', '佛山市高明区***'],
    ['佛山市高明区李四家小区3栋', '佛山市高明区***'],
    ['佛山市沧江路荷花小区3栋', '佛山市***'],
    ['北京市朝阳区建外街道1号', '北京市朝阳区建外街道***'],
    ['内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦嵯岗苏木1号', '内蒙古自治区呼伦贝尔市鄂温克族自治旗巴彦嵯岗苏木***'],
    ['延边朝鲜族自治州延吉市小营镇', '延边朝鲜族自治州延吉市小营镇***'],
    ['河南省新乡市长垣市', '河南省新乡市长垣市***'],
    ['广东省', '广东省***'],
  ])('leaves %s down to the town', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  it.each(['沧江路12号', '荷城街道沧江路12号', '张三住广东省佛山市', '张三广东省佛山市高明区', 'Room 5, Canal Road', '5号'])('hides %s, which does not begin with a known level, wholly', (address) => {
    expect(maskAddress(address)).toBe(HIDDEN);
  });
});

describe('mask', () => {
  it('masks by kind', () => {
    expect(mask('张三丰', 'name')).toBe('张**');
    expect(mask('13800138000', 'phone')).toBe('138****8000');
    expect(mask('anything', 'text')).toBe(HIDDEN);
  });

  it.each(KINDS)('leaves what is absent empty and hides what is no text, as %s', (kind) => {
    expect([undefined, null, ''].map((value) => mask(value, kind))).toEqual(['', '', '']);
    expect([0, 13800138000, true, {}, ['张三丰']].map((value) => mask(value, kind))).toEqual(Array.from({ length: 5 }, () => HIDDEN));
  });

  it('hides wholly for a kind it does not know', () => {
    expect(mask('张三丰', 'nickname' as MaskKind)).toBe(HIDDEN);
    expect(mask('张三丰', 'toString' as MaskKind)).toBe(HIDDEN);
  });

  it('never shows more than six digits in a row or seven in all', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[\d -]{0,30}$/), fc.stringMatching(/^1[3-9]\d{9}$/));
    fc.assert(
      fc.property(text, fc.constantFrom(...KINDS), (value, kind) => {
        const shown = mask(value, kind);
        expect(shown).not.toMatch(/\d{7}/);
        expect(shown.replace(/\D/g, '').length).toBeLessThanOrEqual(7);
      }),
    );
  });
});
