import type { HostFact, Locale, Problem } from '@cobuild/core';
import { localize, toPointer } from '@cobuild/core';
import type { FactParams } from './fact-key.js';
import { factKey } from './fact-key.js';

/** Why a host fact could not be had. */
export type HostFactFailure =
  | { readonly code: 'facts/no-host' }
  | { readonly code: 'facts/failed'; readonly cause: string }
  | { readonly code: 'facts/timeout'; readonly timeoutMs: number }
  | { readonly code: 'facts/wrong-type'; readonly expected: HostFact['type'] };

const TYPES: Readonly<Record<HostFact['type'], { readonly 'zh-CN': string; readonly en: string }>> = {
  text: { 'zh-CN': '文字', en: 'a text' },
  number: { 'zh-CN': '数字', en: 'a number' },
  boolean: { 'zh-CN': '是或否', en: 'yes or no' },
  date: { 'zh-CN': '日期（如 2026-05-01）', en: 'a date such as 2026-05-01' },
  list: { 'zh-CN': '列表', en: 'a list' },
  object: { 'zh-CN': '一组内容', en: 'an object' },
};

/** The problem for a host fact; its place is the fact in the case, and the cause stays in `params`, out of the sentence. */
export function hostFactProblem({ id, title }: HostFact, failure: HostFactFailure, locale: Locale, asked: FactParams = {}): Problem {
  const { code, ...params } = failure;
  const { message, remedy } = locale === 'en' ? english(localize(title, locale), failure) : chinese(localize(title, locale), failure);
  return { code, severity: 'error', document: 'case', pointer: toPointer('facts', factKey(id, asked)), params: { fact: id, ...(Object.keys(asked).length === 0 ? {} : { params: asked }), ...params }, message, remedy };
}

interface Words { readonly message: string; readonly remedy: string }

function chinese(title: string, failure: HostFactFailure): Words {
  switch (failure.code) {
    case 'facts/no-host':
      return { message: `“${title}”没有查询渠道，无法取得。`, remedy: '请在系统中为这一项接上查询服务。' };
    case 'facts/failed':
      return { message: `“${title}”查询失败，没有取得结果。`, remedy: '请稍后再查一次；仍然失败的，请联系系统管理员。' };
    case 'facts/timeout':
      return { message: `“${title}”查询超过 ${failure.timeoutMs / 1000} 秒没有答复。`, remedy: '请稍后再查一次。' };
    case 'facts/wrong-type':
      return { message: `“${title}”的查询结果不能使用：应为${TYPES[failure.expected]['zh-CN']}。`, remedy: '请联系系统管理员核对查询服务返回的内容。' };
  }
}

function english(title: string, failure: HostFactFailure): Words {
  switch (failure.code) {
    case 'facts/no-host':
      return { message: `There is no service to look up “${title}”.`, remedy: 'Connect a look-up service for it in the host.' };
    case 'facts/failed':
      return { message: `Looking up “${title}” failed.`, remedy: 'Try again later; if it still fails, ask the system administrator.' };
    case 'facts/timeout':
      return { message: `Looking up “${title}” took longer than ${failure.timeoutMs / 1000} seconds.`, remedy: 'Try again later.' };
    case 'facts/wrong-type':
      return { message: `The result for “${title}” cannot be used: it should be ${TYPES[failure.expected].en}.`, remedy: 'Ask the system administrator to check what the service returns.' };
  }
}
