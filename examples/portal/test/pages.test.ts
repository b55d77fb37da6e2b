import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '@cobuild/rules';
import { readSchemeFolder } from '@cobuild/core/node';
import { pageAt, pageHtml, pagesFor, pagesOf } from '../src/server/pages.js';
import { contentSecurityPolicy } from '../src/server/security.js';

const client = fileURLToPath(new URL('../src/client/', import.meta.url));
const controls = ['form', 'input', 'select', 'textarea', 'button', 'option', 'dialog'];

const { scheme } = checkScheme(readSchemeFolder(fileURLToPath(new URL('../../schemes/gaoming-demo', import.meta.url))));
const hostile = scheme === undefined ? undefined : { ...scheme, id: 'other', title: { 'zh-CN': '<script>alert(1)</script>', en: 'x' } };
const schemes = [scheme, hostile].filter((one) => one !== undefined);

describe.each(schemes.flatMap((one) => pagesOf(one).map((page) => [`${one.id} ${page.path}`, page, one] as const)))('page %s', (_, page, one) => {
  const html = pageHtml(page, one, schemes);

  it('holds no form control of its own: every screen is an element', () => {
    expect(controls.filter((tag) => new RegExp(`<${tag}\\b`, 'i').test(html))).toEqual([]);
  });

  it('holds no inline script, style or handler', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/i);
  });

  it('loads nothing from elsewhere', () => {
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe('an English page', () => {
  it.each(pagesOf(scheme, 'en').map((page) => [page.path, page] as const))('%s says nothing in Chinese but the name of that language', (_, page) => {
    const html = pageHtml(page, scheme, schemes, { locale: 'en' });
    expect(html).toContain('<html lang="en">');
    expect(html.match(/.*\p{Script=Han}.*/gu)?.map((line) => line.replace(/<a [^>]*lang="zh-CN"[^>]*>中文<\/a>/, '')).filter((line) => /\p{Script=Han}/u.test(line)) ?? []).toEqual([]);
  });

  it('leads to itself in the other language, in the same scheme', () => {
    expect(pageHtml(pageAt('/apply', hostile, 'en'), hostile, schemes, { locale: 'en' })).toContain('<a href="/apply?scheme=other&amp;language=zh-CN" lang="zh-CN" hreflang="zh-CN">中文</a>');
    expect(pageHtml(pageAt('/apply', scheme), scheme, schemes)).toContain('<a href="/apply?language=en" lang="en" hreflang="en">English</a>');
  });
});

describe('the navigation', () => {
  it.each([
    ['villageSecretary', ['/', '/apply', '/public', '/progress', '/projects']], ['townReviewer', ['/', '/intake', '/review', '/public', '/progress', '/projects']], ['supervisor', ['/', '/public', '/progress', '/projects', '/statistics']],
    ['committeeClerk', ['/', '/intake', '/committee', '/public', '/progress', '/projects', '/statistics', '/records']], ['resident', ['/', '/public', '/progress']], ['administrator', ['/', '/public', '/progress', '/admin', '/schemes']],
  ])('shows %s their own pages and those for everybody', (role, paths) => {
    expect(pagesFor(scheme, role).map(({ path }) => path)).toEqual(paths);
  });

  it('has one door to matters that are followed on a board', () => {
    const { scheme: wishes } = checkScheme(readSchemeFolder(fileURLToPath(new URL('../../schemes/yangjiang-wishes-demo', import.meta.url))));
    expect(pagesOf(wishes).map(({ path }) => path)).toEqual(expect.arrayContaining(['/board', '/review']));
    expect(['resident', 'villageClerk', 'volunteer'].map((role) => pagesFor(wishes, role).map(({ path }) => path).filter((path) => ['/board', '/review'].includes(path)))).toEqual([['/board'], ['/board'], ['/board']]);
  });

  it('shows everything that there is to who has not said who they are', () => {
    expect(pagesFor(scheme, undefined)).toEqual(pagesOf(scheme));
  });
});

describe('scripts of the pages', () => {
  it.each(readdirSync(client).filter((name) => name.endsWith('.ts')))('%s makes no form control and decides nothing', (name) => {
    const source = readFileSync(join(client, name), 'utf8');
    const made = [...source.matchAll(/(?:createElement|make(?:<[^>]*>)?)\(\s*'([^']+)'/g)].map(([, tag = '']) => tag);
    expect(made.filter((tag) => controls.includes(tag))).toEqual([]);
    // Only types come from the packages: what decides runs in the elements and on the server.
    expect([...source.matchAll(/^import (?!type\b).*from '@cobuild\//gm)]).toEqual([]);
  });
});

describe('words of the pages', () => {
  const shell = fileURLToPath(new URL('../src/server/pages.ts', import.meta.url));
  it.each([['the frame', shell], ...readdirSync(client).map((name) => [name, join(client, name)])])('%s says nothing that stands in Chinese alone', (_, path = '') => {
    expect(chineseAlone(path)).toEqual([]);
  });
});

/** Texts in Chinese that stand in no table of words; in a table the types ask for English beside them. */
function chineseAlone(path: string): readonly string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && node.name.text === 'zh-CN') return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node);
    if (isText && /\p{Script=Han}/u.test(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

describe('the policy', () => {
  it('allows our own files and nothing else', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
