import { signPledge } from '@cobuild/core';
import { describe, expect, it } from 'vitest';
import { pledgeTables } from './pledge-tables.js';

const settings = { text: { 'zh-CN': '所填内容真实。' }, signers: [{ id: 'a', title: { 'zh-CN': '书记' } }, { id: 'b', title: { 'zh-CN': '主任' } }] };
const signed = signPledge(undefined, {}, settings, { signer: 'a', by: { id: 'p1', name: '陈志远' }, at: '2026-03-05T09:00:00+08:00' }, '/pledge');

describe('a pledge in words', () => {
  it('has the text as caption and a row a signature, also one that is missing', () => {
    const [table] = pledgeTables(signed, settings, { locale: 'zh-CN' });

    expect([table?.caption, table?.rows]).toEqual(['所填内容真实。', [['书记', '陈志远', '2026年3月5日 09:00'], ['主任', '待签字', '']]]);
  });

  it('reads odd signatures as missing', () => {
    expect(pledgeTables({ signatures: [null, { signer: 'x' }] } as never, settings, { locale: 'zh-CN' })[0]?.rows.map(([, name]) => name)).toEqual(['待签字', '待签字']);
  });
});
