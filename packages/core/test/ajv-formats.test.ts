import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardFormats } from '../src/validation/index.js';

/** Texts of each format; those that the cases are made of by changing a few characters. */
const samples: Record<string, readonly string[]> = {
  date: ['2026-02-28', '2024-02-29', '1900-12-31'],
  time: ['08:30:00Z', '16:30:00.5+08:00', '23:59:60Z', '07:59:60+08:00'],
  'date-time': ['2026-04-01T16:30:00+08:00', '1998-12-31T23:59:60Z', '2026-04-01t16:30:00z', '2026-04-01 16:30:00Z'],
  duration: ['P1Y2M', 'PT36H', 'P4W', 'P1Y2M3DT4H5M6S', 'PT0S', 'P1M2D'],
  email: ['lin@example.com', 'a.b+c@x-y.cn', '"a b"@example.com', 'a@[127.0.0.1]'],
  uri: ['https://example.com/a?b=c#d', 'mailto:a@b.c', 'urn:x:y', 'http://[::1]:80/', 'ftp://u:p@h/', 'http://a/%20'],
  uuid: ['2eb8aa08-aa98-11ea-b4aa-73b441d16380', '2EB8AA08-AA98-11EA-B4AA-73B441D16380', 'urn:uuid:2eb8aa08-aa98-11ea-b4aa-73b441d16380'],
  ipv4: ['192.0.2.1', '255.255.255.255', '0.0.0.0'],
  regex: ['^a+$', '[a-z]', '\\p{L}', 'a{1,2}', '\\Z'],
};

/** Where ajv-formats 3.0.1 draws the line elsewhere, against RFC 3339, 5321 and 3986 and the official suite: why CoBuild's ajv asserts CoBuild's formats. */
const ledger: Record<string, readonly (readonly [reason: string, explains: (text: string, ours: boolean) => boolean])[]> = {
  time: [['it takes an offset without a colon', (text, ours) => !ours && /[+-]\d{4}$/.test(text)]],
  'date-time': [
    ['it takes an offset without a colon', (text, ours) => !ours && /[+-]\d{4}$/.test(text)],
    ['it takes a space for the T', (text, ours) => !ours && /\s/.test(text)],
  ],
  duration: [['it takes a gap between units', (text, ours) => !ours && /Y\d+D|H\d+S/.test(text)]],
  email: [
    ['it refuses a quoted name', (text, ours) => ours && text.startsWith('"')],
    ['it refuses an address for the host', (text, ours) => ours && text.endsWith(']')],
    ['it refuses a host without a dot', (text, ours) => ours && /@[^.]+$/.test(text)],
  ],
  uri: [
    ['it refuses a URI with an empty path', (text, ours) => ours && /^[a-z][^:]*:(?:[?#]|$)/i.test(text)],
    ['it takes a port that is no number', (text, ours) => !ours && /^[^:]+:\/\/[^/?#]*:/.test(text)],
    ['it takes brackets in a path', (text, ours) => !ours && /^[^:]+:(?!\/\/)[^?#]*[[\]]/.test(text)],
    ['it takes a stray @ and [ in names', (text, ours) => !ours && /^[^:]+:\/\/[^/?#]*[@[\]]/.test(text)],
  ],
  uuid: [['it takes a URN', (text, ours) => !ours && /^urn:uuid:/i.test(text)]],
  regex: [['it reads expressions without the u flag', (text, ours) => !ours && Boolean(new RegExp(text))]],
};

describe('standard formats', () => {
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const characters = fc.constantFrom(...'0123456789aAzZ-:.+TtPYMDHSW@[]"%#?/ \\{}()*^$_~é中');
  const changes = fc.array(fc.tuple(fc.nat(60), fc.constantFrom('put', 'take', 'replace'), characters), { maxLength: 3 });

  it.each(Object.keys(standardFormats))('of %s are drawn where ajv-formats draws them, but for the ledger', (format) => {
    const theirs = ajv.compile({ type: 'string', format });
    const fits = standardFormats[format as keyof typeof standardFormats];
    const met = new Set<string | undefined>();

    fc.assert(
      fc.property(fc.constantFrom(...(samples[format] ?? [])), changes, (sample, steps) => {
        const text = steps.reduce((changed, step) => apply(changed, step), sample);
        const ours = fits(text);
        if (theirs(text) !== ours) met.add(ledger[format]?.find(([, explains]) => explains(text, ours))?.[0] ?? `${text}: ${String(ours)}`);
      }),
      { numRuns: 6000, seed: 1 },
    );

    expect([...met].sort()).toEqual((ledger[format] ?? []).map(([reason]) => reason).sort());
  });
});

function apply(text: string, [place, kind, character]: readonly [number, string, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + (kind === 'take' ? '' : character) + text.slice(kind === 'put' ? at : at + 1);
}
