import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '@cobuild/rules';
import { readSchemeFolder } from '@cobuild/core/node';
import { pageHtml, pagesFor, pagesOf } from '../src/server/pages.js';
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

describe('the navigation', () => {
  it.each([
    ['villageSecretary', ['/', '/apply', '/public', '/projects']], ['townReviewer', ['/', '/intake', '/review', '/public', '/projects']], ['supervisor', ['/', '/public', '/projects', '/statistics']],
    ['committeeClerk', ['/', '/intake', '/committee', '/public', '/projects', '/statistics', '/records']], ['resident', ['/', '/public']], ['administrator', ['/', '/public', '/admin']],
  ])('shows %s their own pages and those for everybody', (role, paths) => {
    expect(pagesFor(scheme, role).map(({ path }) => path)).toEqual(paths);
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

describe('the policy', () => {
  it('allows our own files and nothing else', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'");
    expect(contentSecurityPolicy).toContain("require-trusted-types-for 'script'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
