import type { Locale, PersonalDataFinding } from '@cobuild/core';

/** What the numbers are called that belong on no notice. */
export const personalNumbers: Readonly<Record<PersonalDataFinding['kind'], Readonly<Record<Locale, string>>>> = {
  citizenNumber: { 'zh-CN': '身份证号', en: 'a citizen number' }, phone: { 'zh-CN': '手机号', en: 'a mobile number' }, bankAccount: { 'zh-CN': '银行卡号', en: 'a bank card number' },
};
