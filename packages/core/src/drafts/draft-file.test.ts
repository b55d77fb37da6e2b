import { scryptSync } from 'node:crypto';
import { scryptAsync } from '@noble/hashes/scrypt.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FormDraft } from './index.js';
import { readDraftFile, writeDraftFile } from './index.js';

const draft: FormDraft = {
  formatVersion: 1, form: { id: 'application', version: 1, hash: 'h' }, answers: { projectName: '村口路灯', citizen: '440608199001011234' }, base: {}, savedAt: '2026-03-05T02:00:00Z', revision: 2,
};
const passPhrase = '荷城街道 2026 春';
let count = 0;
const random = (length: number): Uint8Array => Uint8Array.from({ length }, () => (count = (count * 73 + 41) % 251));
const codeOf = async (file: Uint8Array, phrase = passPhrase): Promise<string> => {
  const read = await readDraftFile(file, phrase);
  return read.ok ? 'ok' : read.problem.code;
};
/** The file with another last part that fits it, as a forger would make it. */
const withChecksum = (body: Uint8Array): Uint8Array => Uint8Array.from([...body, ...sha256(body)]);
const changed = (file: Uint8Array, at: number): Uint8Array => file.map((byte, index) => (index === at ? byte ^ 1 : byte));

let file: Uint8Array;
let headerEnd: number;
beforeAll(async () => {
  file = await writeDraftFile(draft, passPhrase, { random });
  headerEnd = file.indexOf(10);
});

describe('a draft file', () => {
  it('comes back whole with its pass phrase', async () => {
    expect(await readDraftFile(file, passPhrase)).toEqual({ ok: true, draft });
  });

  it('comes back whatever way the keyboard composed the letters', async () => {
    const made = await writeDraftFile(draft, 'cafe\u0301 2026', { random });
    expect(await codeOf(made, 'caf\u00e9 2026')).toBe('ok');
  });

  it('shows nothing of the answers and names what it was made with', () => {
    const shown = Buffer.from(file).toString('latin1');
    expect(shown).not.toContain('440608');
    expect(JSON.parse(shown.slice(0, headerEnd))).toMatchObject({ cobuild: 'draft', version: 1, kdf: 'scrypt', N: 32768, r: 8, p: 3, cipher: 'xchacha20-poly1305' });
  });

  it('is another one each time', async () => {
    const again = await writeDraftFile(draft, passPhrase, { random });
    expect(Buffer.from(again).equals(Buffer.from(file))).toBe(false);
  });

  it('uses scrypt as Node has it', async () => {
    const salt = random(16);
    const ours = await scryptAsync(passPhrase.normalize('NFC'), salt, { N: 1024, r: 8, p: 3, dkLen: 64 });
    expect(Buffer.from(ours).equals(scryptSync(passPhrase.normalize('NFC'), salt, 64, { N: 1024, r: 8, p: 3 }))).toBe(true);
  });

  it('tells how far the work is', async () => {
    const shares: number[] = [];
    await readDraftFile(file, passPhrase, 'zh-CN', (share) => shares.push(share));
    expect(shares[shares.length - 1]).toBe(1);
    expect(shares.length).toBeGreaterThan(100);
  });

  it.each([[7, true], [8, false], [9, false]])('refuses a pass phrase of %i characters: %s', async (length, refused) => {
    const made = writeDraftFile(draft, '密'.repeat(length), { random });
    if (refused) await expect(made).rejects.toThrow(TypeError);
    else expect((await made).length).toBeGreaterThan(100);
  });
});

describe('a file that cannot be read', () => {
  it('is told from a wrong pass phrase', async () => {
    expect(await codeOf(file, '荷城街道 2026 夏')).toBe('draft-file/wrong-pass-phrase');
  });

  it.each([
    ['cut off at the end', () => file.subarray(0, -1)],
    ['cut off in the encrypted part', () => file.subarray(0, headerEnd + 9)],
    ['cut off in the header', () => file.subarray(0, 40)],
    ['changed in the encrypted part', () => changed(file, headerEnd + 5)],
    ['changed in the salt', () => changed(file, Buffer.from(file).indexOf('"salt":"') + 9)],
    ['changed in the checksum', () => changed(file, file.length - 1)],
    ['longer by a byte', () => Uint8Array.from([...file, 0])],
    ['forged with a fitting checksum', () => withChecksum(changed(file.subarray(0, -32), headerEnd + 5))],
    ['forged to ask for 16 GB', () => withChecksum(Uint8Array.from(Buffer.from(Buffer.from(file.subarray(0, -32)).toString('latin1').replace('"N":32768', '"N":16777216'), 'latin1')))],
    ['forged in its nonce', () => withChecksum(changed(file.subarray(0, -32), Buffer.from(file).indexOf('"nonce":"') + 9))],
  ])('is damaged when %s', async (_, make) => {
    expect(await codeOf(make())).toBe('draft-file/damaged');
  });

  it.each([
    ['nothing', () => new Uint8Array()],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a])],
    ['other JSON', () => Buffer.from('{"formatVersion":1}')],
  ])('is another file when it holds %s', async (_, make) => {
    expect(await codeOf(make())).toBe('draft-file/other-file');
  });

  it('is newer when its version is higher, whatever follows', async () => {
    expect(await codeOf(Buffer.from('{"cobuild":"draft","version":2,"kdf":"argon3"}\nxyz'))).toBe('draft-file/newer');
  });

  it('is newer when the draft in it is', async () => {
    const newer = await writeDraftFile({ ...draft, formatVersion: 2 } as unknown as FormDraft, passPhrase, { random });
    expect(await codeOf(newer)).toBe('draft-file/newer');
  });

  it('says what is wrong and what to do, in both languages', async () => {
    const read = await readDraftFile(file, '不是这个密码', 'en');
    expect(read).toMatchObject({ ok: false, problem: { message: 'The pass phrase is wrong.', remedy: expect.stringContaining('capital letters') as string } });
    const chinese = await readDraftFile(new Uint8Array(), passPhrase);
    expect(chinese).toMatchObject({ ok: false, problem: { message: '这不是草稿文件。' } });
  });
});
