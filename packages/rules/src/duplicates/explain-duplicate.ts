import type { Locale } from '@cobuild/core';
import { formatDate, localize } from '@cobuild/core';
import type { DuplicatePair, DuplicateReason } from './types.js';

const findings = {
  'zh-CN': { duplicate: '认定为重复', distinct: '认定为不同项目', related: '认定为相关项目，经费分摊' },
  en: { duplicate: 'found to be a duplicate', distinct: 'found to be different', related: 'found to be related, with shared costs' },
} as const;

/**
 * A pair as sentences: how many points it has, what each comes from, and what a person found before.
 *
 * @example explainDuplicate(pair)[1] // '“项目名称”相近（88%），35 分：村口路灯安装；村口路灯安装（二期）'
 */
export function explainDuplicate({ left, right, score, reasons, review, grew }: DuplicatePair, locale: Locale = 'zh-CN'): readonly string[] {
  const head = locale === 'en'
    ? `${left.id} (${left.scheme}, ${left.year}) and ${right.id} (${right.scheme}, ${right.year}): ${score} points. Whether they are one is for a person to find.`
    : `${left.id}（${left.scheme}，${left.year} 年）与 ${right.id}（${right.scheme}，${right.year} 年）：${score} 分。是否重复，由经办人认定。`;
  if (review === undefined) return [head, ...reasons.map((reason) => reasonLine(reason, locale))];
  const found = locale === 'en' ? `Earlier ${findings.en[review.finding]} (${review.score} points): ${review.reason}${grew ? ' More speaks for it now.' : ''}` : `此前${findings['zh-CN'][review.finding]}（当时 ${review.score} 分）：${review.reason}${grew ? '现在的依据更多，请再看一次。' : ''}`;
  return [head, ...reasons.map((reason) => reasonLine(reason, locale)), found];
}

function reasonLine({ kind, title, points, values, percent }: DuplicateReason, locale: Locale): string {
  const name = localize(title, locale);
  const [first = '', last = ''] = values;
  if (locale === 'en') {
    if (kind === 'same') return `"${name}" is the same, ${points} points: ${values.join(', ')}`;
    return kind === 'similar' ? `"${name}" is similar (${percent ?? 0}%), ${points} points: ${values.join('; ')}` : `"${name}" overlaps, ${points} points: ${formatDate(first, locale)} to ${formatDate(last, locale)}`;
  }
  if (kind === 'same') return `“${name}”相同，${points} 分：${values.join('、')}`;
  return kind === 'similar' ? `“${name}”相近（${percent ?? 0}%），${points} 分：${values.join('；')}` : `“${name}”重叠，${points} 分：${formatDate(first, locale)}至${formatDate(last, locale)}`;
}
