import type { Locale, LocalizedText } from '@cobuild/core';
import { localize, pointerTokens, toPointer, valueAt } from '@cobuild/core';
import { ruleMessage } from '../locales/rule-message.js';
import { zhCN } from '../locales/zh-cn.js';
import type { RuleMessageCode } from '../locales/rule-message.js';

/**
 * Open settings of a part in words, from their pointers: `/inputs/0/weight` is “现场评审”的权重, by the title of the nearest thing that has one.
 */
export function settingWords(part: unknown, holes: readonly string[], locale: Locale): string[] {
  return holes.map((pointer) => {
    const tokens = pointerTokens(pointer);
    const setting = tokens[tokens.length - 1] ?? '';
    const code = `explain/setting-${setting}`;
    return ruleMessage(isCode(code) ? code : 'explain/setting-other', { of: ownerTitle(part, tokens, locale) || setting }, locale);
  });
}

function ownerTitle(part: unknown, tokens: readonly string[], locale: Locale): string {
  for (let length = tokens.length - 1; length > 0; length -= 1) {
    const title: unknown = valueAt(part, `${toPointer(...tokens.slice(0, length))}/title`);
    if (typeof title === 'object' && title !== null) return localize(title as LocalizedText, locale);
  }
  return '';
}

function isCode(code: string): code is RuleMessageCode {
  return Object.prototype.hasOwnProperty.call(zhCN, code);
}
