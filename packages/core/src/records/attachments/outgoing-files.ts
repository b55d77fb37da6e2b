import type { Attachment, FormDefinition } from '../../generated/types.js';
import type { Answers } from '../../form/answers.js';
import { expandTemplate } from '../../form/computed-values.js';
import { buildFieldTree } from '../../form/whole-form.js';
import { isRecord, own } from '../../form/json-schema.js';
import { specAt } from '../../form/spec-at.js';
import { findPersonalData } from '../../publication/personal-data.js';
import { pointerTokens, valueAt } from '../../problems/json-pointer.js';
import type { Problem } from '../../problems/problem.js';
import { findings } from '../record-problems.js';
import type { RecordOptions } from '../record-problems.js';
import { attachmentSentences } from './attachment-words.js';
import type { AttachmentCode } from './attachment-words.js';
import { contentIn } from './embedded-content.js';

/** A file with the place where it stands among the answers. */
export interface OutgoingFile { readonly pointer: string; readonly file: Attachment }

/** Where files stand, and which parts of the form do not go. */
export interface FilePlaces {
  /** Lists of attachments by pointer or template: `/photos`, `/milestones/* /files` (without the space). */
  readonly files: readonly string[];
  /** Parts that are left out: fields, groups or lists by pointer or template. What stands in them goes nowhere. */
  readonly without?: readonly string[];
}

export interface FilesToPublishOptions extends Omit<RecordOptions, 'pointer'> {
  /** The host gives the content out and keeps the name. Default false. */
  readonly withoutNames?: boolean;
}

/**
 * The files that go with a submission: those outside the parts that are left out. A part that the applicant took out of the form takes its files with it, even though
 * its answers are still kept; a file that also stands in another part goes once, from there. A file in quarantine never goes; whether one that is not checked may, `checkAttachments` has said.
 *
 * @example filesToSubmit(answers, { files: ['/photos', '/quotes/files'], without: ['/quotes'] }) // those of /photos
 */
export function filesToSubmit(answers: Answers, places: FilePlaces): readonly OutgoingFile[] {
  return filesAt(answers, places).filter(({ file }) => file.scan !== 'quarantined');
}

/**
 * The files that may be published: of lists whose field says `publish: "plain"` with no group above it that says `never`, outside the parts that are left out, found clean. A file cannot be
 * masked, so `masked` and `aggregate` publish none. A file whose name holds a personal number stays, with a warning, unless files go out without their names.
 */
export function filesToPublish(definition: FormDefinition, answers: Answers, places: FilePlaces, { withoutNames = false, ...options }: FilesToPublishOptions = {}): { readonly files: readonly OutgoingFile[]; readonly problems: readonly Problem[] } {
  const { root } = buildFieldTree(definition);
  const found = findings<AttachmentCode>(attachmentSentences, options);
  const open = places.files.filter((template) => {
    const steps = pointerTokens(template).map((_, index, tokens) => `/${tokens.slice(0, index + 1).join('/')}`);
    return specAt(root, template)?.settings.publish === 'plain' && steps.every((step) => specAt(root, step)?.settings.publish !== 'never');
  });
  const files = filesAt(answers, { ...places, files: open }).filter(({ pointer, file }) => {
    if (file.scan !== 'clean') return false;
    const isPersonal = !withoutNames && findPersonalData(file.name).length > 0;
    if (isPersonal) found.report('attachments/personal-name', `${pointer}/name`, { name: file.name }, 'warning');
    return !isPersonal;
  });
  return { files, problems: found.problems };
}

/** Files that are nothing but what is known of them, each once. */
function filesAt(answers: Answers, { files, without = [] }: FilePlaces): readonly OutgoingFile[] {
  const closed = without.flatMap((template) => expandTemplate(answers, template));
  const seen = new Set<string>();
  return files.flatMap((template) => expandTemplate(answers, template)).flatMap((list): OutgoingFile[] => {
    const entries = valueAt(answers, list);
    return (Array.isArray(entries) ? (entries as readonly unknown[]) : []).flatMap((file, index): OutgoingFile[] => {
      const pointer = `${list}/${index}`;
      const id = own(file, 'id');
      if (!isRecord(file) || typeof id !== 'string' || seen.has(id) || contentIn(file).length > 0 || closed.some((part) => isInside(pointer, part))) return [];
      seen.add(id);
      return [{ pointer, file: file as unknown as Attachment }];
    });
  });
}

function isInside(pointer: string, part: string): boolean {
  return pointer === part || pointer.startsWith(`${part}/`);
}
