/** A kind of file that the portal keeps: its media type is ours, whatever the browser says, and its first bytes have to be of that kind. */
interface FileKind { readonly mediaType: string; readonly begins: readonly number[] }

const office = 'application/vnd.openxmlformats-officedocument';
const zip = [0x50, 0x4b, 0x03, 0x04];
const compound = [0xd0, 0xcf, 0x11, 0xe0];
const jpeg: FileKind = { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] };

const kinds: ReadonlyMap<string, FileKind> = new Map([
  ['pdf', { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] }],
  ['jpg', jpeg],
  ['jpeg', jpeg],
  ['png', { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] }],
  ['docx', { mediaType: `${office}.wordprocessingml.document`, begins: zip }],
  ['xlsx', { mediaType: `${office}.spreadsheetml.sheet`, begins: zip }],
  ['doc', { mediaType: 'application/msword', begins: compound }],
  ['xls', { mediaType: 'application/vnd.ms-excel', begins: compound }],
]);

const kindOf = (name: string): FileKind | undefined => kinds.get(/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '');

/** The media type of a file of this name; `undefined` where the portal keeps no such files. */
export const mediaTypeOf = (name: string): string | undefined => kindOf(name)?.mediaType;

/** Whether the content begins as a file of this name does: a program that is called `.pdf` does not. */
export const isOfItsKind = (name: string, content: Uint8Array): boolean => kindOf(name)?.begins.every((byte, index) => content[index] === byte) === true;
