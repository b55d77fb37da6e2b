import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { schemeOf, schemeShape } from './document-shapes.js';
import * as english from '../locales/en.js';
import { englishWords } from '../locales/messages.js';
import { GivenDocuments } from './given-documents.js';
import { list, object, optional, record, text } from './shape.js';
import { smallScheme } from '../../test/small-scheme.js';

englishWords.fill(english);

const line = object<{ id: string; note: string }>({ id: text, note: optional(text) });

beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => void vi.restoreAllMocks());

describe('a shape', () => {
  it.each([
    ['of an object', line, { id: 'a', more: 1 }, undefined],
    ['of a text in place of an object', line, 'a', ['', 'object']],
    ['of a list in place of an object', line, [], ['', 'object']],
    ['of a member that lacks', line, {}, ['/id', 'text']],
    ['of null in place of what may lack', line, { id: 'a', note: null }, ['/note', 'text']],
    ['of a line in a list', list(line), [{ id: 'a' }, {}], ['/1/id', 'text']],
    ['of a gap in a list', list(line), Array(1), ['/0', 'object']],
    ['of an empty list that has to have a line', list(line, 'filledList'), [], ['', 'filledList']],
    ['of a key that a pointer has to escape', record(text), { 'a/b~c': 1 }, ['/a~1b~0c', 'text']],
    ['of a key named like a part of every object', record(text), JSON.parse('{"__proto__":1}'), ['/__proto__', 'text']],
  ])('names the fault %s', (_, shape, value, fault) => {
    const found = shape(value, '');

    expect(found && [found.pointer, found.expected]).toEqual(fault);
  });
});

describe('GivenDocuments', () => {
  it('hands out a right document as it is', () => {
    const document = { id: 'a' };

    expect(new GivenDocuments('cobuild-x').read('line', document, line)).toBe(document);
  });

  it('leaves out a wrong one, warns once of it, and tells it until it is mended', () => {
    const documents = new GivenDocuments('cobuild-y');
    const wrong = { id: 7 };

    expect([documents.read('line', wrong, line), documents.read('line', wrong, line)]).toEqual([undefined, undefined]);
    expect(vi.mocked(console.warn).mock.calls).toEqual([['[cobuild] element/broken-document: <cobuild-y>.line/id must be a text']]);
    expect(documents.problems('zh-CN').map(({ message }) => message)).toEqual(['line 的内容不完整或有误：/id 应为文字。']);
    expect(documents.problems('en').map(({ message }) => message)).toEqual(['The content of line is incomplete or wrong: /id must be a text.']);
    documents.read('line', { id: 'a' }, line);
    expect(documents.problems('zh-CN')).toEqual([]);
  });

  it.each([undefined, null])('takes %s for nothing given', (nothing) => {
    const documents = new GivenDocuments('cobuild-x');
    documents.read('line', 42, line);

    expect(documents.read('line', nothing, line)).toBeUndefined();
    expect(documents.problems('zh-CN')).toEqual([]);
  });

  it('keeps the right lines of a list, the same list every time', () => {
    const documents = new GivenDocuments('cobuild-x');
    const given = [{ id: 'a' }, null, { id: 'b' }];

    const lines = documents.readLines('lines', given, line);

    expect(lines).toEqual([{ id: 'a' }, { id: 'b' }]);
    expect(documents.readLines('lines', given, line)).toBe(lines);
    expect(documents.problems('zh-CN').map(({ pointer }) => pointer)).toEqual(['/1']);
  });
});

describe('schemeOf', () => {
  it('is the scheme inside a published file, and any other document itself', () => {
    expect(schemeOf({ formatVersion: 1, hash: '9f', scheme: smallScheme })).toBe(smallScheme);
    expect(schemeOf(smallScheme)).toBe(smallScheme);
    expect([null, undefined, 42, 'x'].map(schemeOf)).toEqual([null, undefined, 42, 'x']);
  });

  it('finds nothing wrong with a right scheme, and the place of what is wrong', () => {
    expect(schemeShape(smallScheme, '')).toBeUndefined();
    expect(schemeShape({ ...smallScheme, stages: [] }, '')).toEqual({ pointer: '/stages', expected: 'filledList' });
  });
});
