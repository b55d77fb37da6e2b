import { describe, expect, it } from 'vitest';
import { isAbsoluteUri, resolveUri, splitFragment } from './uri.js';

describe('resolveUri', () => {
  // RFC 3986, sections 5.4.1 and 5.4.2.
  const base = 'http://a/b/c/d;p?q';
  it.each([
    ['g:h', 'g:h'], ['g', 'http://a/b/c/g'], ['./g', 'http://a/b/c/g'], ['g/', 'http://a/b/c/g/'], ['/g', 'http://a/g'], ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'], ['g?y', 'http://a/b/c/g?y'], ['#s', 'http://a/b/c/d;p?q#s'], ['g#s', 'http://a/b/c/g#s'], ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'], ['..', 'http://a/b/'], ['../g', 'http://a/b/g'], ['../..', 'http://a/'], ['../../g', 'http://a/g'],
    ['../../../g', 'http://a/g'], ['/./g', 'http://a/g'], ['/../g', 'http://a/g'], ['g.', 'http://a/b/c/g.'], ['./g/.', 'http://a/b/c/g/'], ['g/../h', 'http://a/b/c/h'],
  ])('resolves %s to %s', (reference, uri) => {
    expect(resolveUri(reference, base)).toBe(uri);
  });

  it('keeps names that have no base', () => {
    expect(resolveUri('form.json#a', '')).toBe('form.json#a');
    expect(resolveUri('#/a', 'urn:uuid:1')).toBe('urn:uuid:1#/a');
  });
});

describe('splitFragment', () => {
  it('decodes the fragment, and leaves what cannot be decoded', () => {
    expect(splitFragment('a#/b%25c')).toEqual(['a', '/b%c']);
    expect(splitFragment('a#%')).toEqual(['a', '%']);
    expect(splitFragment('a')).toEqual(['a', '']);
  });
});

it('isAbsoluteUri asks for a scheme', () => {
  expect([isAbsoluteUri('urn:a'), isAbsoluteUri('a.json'), isAbsoluteUri('//a')]).toEqual([true, false, false]);
});
