import type { Case, Locale, Scheme } from '@cobuild/core';
import type { SchemeToCheck } from './check-texts.js';
import type { CasePack } from './packed-cases.js';
import type { FileToRead } from './platform.js';
import type { CaseFileOptions } from './read-case-file.js';
import type { SimulateOptions } from './simulate.js';
import type { SimulationOptions } from './simulation.js';
import type { FlipQuery, PolicyChange } from './simulation-result.js';

/** What a page asks of its simulation worker. Every question has a number, and one reply bears the same. */
export type SimulationRequest = { readonly id: number } & (
  | { readonly type: 'open'; readonly scheme: Scheme; readonly options: Omit<SimulationOptions, 'operators'> }
  | { readonly type: 'begin' }
  | { readonly type: 'add'; readonly cases: readonly Case[] }
  | { readonly type: 'finish' }
  | { readonly type: 'change'; readonly change: PolicyChange; readonly options?: SimulateOptions | undefined }
  | { readonly type: 'flips'; readonly query?: FlipQuery | undefined }
  | { readonly type: 'explain'; readonly caseData: Case; readonly change: PolicyChange; readonly locale?: Locale | undefined }
  | { readonly type: 'check'; readonly scheme: SchemeToCheck }
  | { readonly type: 'addPack'; readonly pack: CasePack }
  | { readonly type: 'readFile'; readonly file: FileToRead; readonly options: CaseFileOptions }
  /** The next part of the file; replied with nothing after the last. */
  | { readonly type: 'readOn' }
);

/** An error in a form that goes from thread to thread. */
export interface SentError { readonly name: string; readonly message: string; readonly fact?: string; readonly path?: string | undefined }

export type SimulationReply = { readonly id: number } & ({ readonly value: unknown } | { readonly error: SentError });
