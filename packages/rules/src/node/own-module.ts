import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { nearestName } from '@cobuild/core';
import type { FactHost } from '../conditions/index.js';
import type { OwnOperator } from '../operators/index.js';
import { assertOwnOperators } from '../operators/index.js';
import { UsageError } from './command-io.js';
import { readText } from './read-bytes.js';

/** What a module of the administrator's own brings: comparisons for conditions, and look-ups for the scheme's host facts by their id. */
export interface OwnModule {
  readonly operators: readonly OwnOperator[];
  readonly facts: Readonly<Record<string, FactHost>>;
}

const EXPORTS = ['operators', 'facts'];
const ACCEPTED = ['number', 'text', 'boolean', 'date', 'list', 'object', 'any'];

/**
 * Loads the module named by `--operators`. It runs with all rights of whoever calls the command; nothing is ever loaded that was not named.
 *
 * @throws {UsageError} for a file that is missing or fails while it is loaded, and for exports that are not what they have to be.
 */
export async function loadOwnModule(path: string): Promise<OwnModule> {
  // Says what is there in its place.
  if (!existsSync(path)) readText(path);
  if (!/\.(mjs|js|cjs)$/i.test(path)) throw wrong(path, '要写 JavaScript 模块（.mjs 或 .js）', 'a JavaScript module (.mjs or .js) is needed here');
  const { default: standard, ...named } = await imported(path);
  const exported: Readonly<Record<string, unknown>> = isRecord(standard) && Object.keys(named).length === 0 ? standard : named;
  const stranger = Object.keys(exported).find((name) => !EXPORTS.includes(name) && nearestName(name, EXPORTS) !== undefined);
  const { operators, facts } = exported;
  if (operators === undefined && facts === undefined) {
    const hint = stranger === undefined ? { zh: '', en: '' } : { zh: `（有 ${stranger}，是否想写 ${nearestName(stranger, EXPORTS) ?? ''}？）`, en: ` (there is ${stranger}; did you mean ${nearestName(stranger, EXPORTS) ?? ''}?)` };
    throw wrong(path, `没有导出 operators 或 facts${hint.zh}`, `it exports neither operators nor facts${hint.en}`);
  }
  return { operators: operatorsOf(path, operators ?? []), facts: factsOf(path, facts ?? {}) };
}

async function imported(path: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(/* @vite-ignore */ pathToFileURL(resolve(path)).href)) as Readonly<Record<string, unknown>>;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}` : String(error)).split('\n');
    throw wrong(path, `模块无法加载：${reason}`, `the module cannot be loaded: ${reason}`);
  }
}

function operatorsOf(path: string, operators: unknown): readonly OwnOperator[] {
  if (!Array.isArray(operators)) throw wrong(path, 'operators 应为列表，例如 export const operators = [{ name, accepts, wants, compare }]', 'operators has to be a list: export const operators = [{ name, accepts, wants, compare }]');
  operators.forEach((operator: unknown, index) => {
    const lack = lackOf(operator);
    if (lack !== undefined) throw wrong(path, `operators 的第 ${index + 1} 项${lack.zh}`, `item ${index + 1} of operators ${lack.en}`);
  });
  try {
    assertOwnOperators(operators as readonly OwnOperator[]);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^operators: /, '') : String(error);
    const [, name = ''] = /"(.*)"/.exec(reason) ?? [];
    throw wrong(path, `operators 里的名称“${name}”不能用：不能与内置的比较方式或修饰词同名，不能带冒号，也不能出现两次`, reason);
  }
  return operators as readonly OwnOperator[];
}

function lackOf(operator: unknown): { readonly zh: string; readonly en: string } | undefined {
  if (!isRecord(operator)) return { zh: '应为一组内容 { name, accepts, wants, compare }', en: 'has to be an object { name, accepts, wants, compare }' };
  const { name, accepts, wants, compare } = operator;
  if (typeof name !== 'string' || name === '') return { zh: '缺少名称 name', en: 'lacks a name' };
  if (typeof compare !== 'function') return { zh: `（${name}）的 compare 应为函数`, en: `(${name}): compare has to be a function` };
  if (!Array.isArray(accepts) || accepts.length === 0 || !accepts.every((type) => ACCEPTED.includes(String(type)))) {
    return { zh: `（${name}）的 accepts 应列出能比较的内容，可以写 ${ACCEPTED.join('、')}`, en: `(${name}): accepts has to list what it compares, of ${ACCEPTED.join(', ')}` };
  }
  return typeof wants === 'string' ? undefined : { zh: `（${name}）缺少 wants（与什么比较，说不准时写 any）`, en: `(${name}) lacks wants (what it compares with, "any" where only it can tell)` };
}

function factsOf(path: string, facts: unknown): OwnModule['facts'] {
  if (!isRecord(facts)) throw wrong(path, 'facts 应为一组内容，例如 export const facts = { creditRating: (application) => … }', 'facts has to be an object: export const facts = { creditRating: (application) => … }');
  const other = Object.keys(facts).find((name) => typeof facts[name] !== 'function');
  if (other !== undefined) throw wrong(path, `facts 里的 ${other} 应为函数`, `${other} in facts has to be a function`);
  return facts as OwnModule['facts'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: string, zh: string, en: string): UsageError {
  return new UsageError({ 'zh-CN': `--operators “${path}”：${zh}。`, en: `--operators "${path}": ${en}.` });
}
