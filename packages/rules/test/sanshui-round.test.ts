import { sumYuan } from '@cobuild/core';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Application { readonly case: string; readonly amountRequested: number; readonly ownFunds: number; readonly yes: number; readonly chosen: boolean; readonly granted: number }
interface Round {
  readonly stated: { readonly applications: number; readonly chosen: number; readonly projectTotal: number; readonly amountRequested: number; readonly ownFunds: number; readonly granted: number };
  readonly invented: { readonly projectTotal: number; readonly applications: readonly Application[] };
}

const { stated, invented } = JSON.parse(readFileSync(new URL('../../../examples/schemes/sanshui-xinan/rounds/2020-09-11.json', import.meta.url), 'utf8')) as Round;
const total = (read: (application: Application) => number): number => sumYuan(invented.applications.map(read));

describe('the round of Sanshui, Xinan', () => {
  it('has 17 applications, of which 11 are chosen, and grants 172.39 of the 282.72 asked for, in units of 10,000 yuan', () => {
    expect([stated.applications, stated.chosen, stated.granted, stated.amountRequested, stated.ownFunds]).toEqual([17, 11, 1_723_900, 2_827_200, 395_000]);
    expect(stated.granted).toBeLessThanOrEqual(stated.amountRequested);
    expect([invented.applications.length, invented.applications.filter(({ chosen }) => chosen).length]).toEqual([17, 11]);
    expect([total(({ granted }) => granted), total(({ amountRequested }) => amountRequested), total(({ ownFunds }) => ownFunds)]).toEqual([1_723_900, 2_827_200, 395_000]);
  });

  it('states a total of projects that differs from asked and self-raised by 0.01, which is its rounding', () => {
    expect([stated.projectTotal, sumYuan([stated.amountRequested, stated.ownFunds]), invented.projectTotal]).toEqual([3_222_300, 3_222_200, 3_222_200]);
  });

  it('grants nobody more than was asked for, and nothing to those not chosen', () => {
    expect(invented.applications.filter(({ granted, amountRequested }) => granted > amountRequested)).toEqual([]);
    expect(invented.applications.filter(({ chosen, granted }) => chosen !== granted > 0)).toEqual([]);
  });
});
