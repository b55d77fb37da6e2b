import type { SignatureStatus } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { pledgeInWords, pledgeTables } from './pledge-tables.js';

const settings = { text: { 'zh-CN': '所填内容真实。' }, signers: [{ id: 'a', title: { 'zh-CN': '书记' } }, { id: 'b', title: { 'zh-CN': '主任' } }] };
const signatures: readonly SignatureStatus[] = [
  { signer: 'a', title: '书记', status: 'void', name: '陈志远', at: '2026-03-05T09:00:00+08:00' },
  { signer: 'b', title: '主任', status: 'waiting' },
];

describe('a pledge in words', () => {
  it('says of each signature where it stands', () => {
    expect(pledgeInWords({ signatures }, { locale: 'zh-CN' })).toBe('书记：签字作废；主任：待签字');
  });

  it('has the text as caption and a row a signature', () => {
    const [table] = pledgeTables({ signatures }, settings, { locale: 'zh-CN' });

    expect([table?.caption, table?.rows]).toEqual(['所填内容真实。', [['书记', '签字作废', '陈志远', '2026年3月5日 09:00'], ['主任', '待签字', '', '']]]);
  });

  it('names nobody to the public', () => {
    expect(JSON.stringify(pledgeTables({ signatures }, settings, { locale: 'zh-CN', audience: 'public' }))).not.toContain('陈志远');
  });
});
