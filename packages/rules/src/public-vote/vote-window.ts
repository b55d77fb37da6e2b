import type { Locale, PublicVote } from '@cobuild/core';
import { formatDate } from '@cobuild/core';
import type { SettingReader } from '../evaluation/settings.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
/** Public votes are held by the clock of Asia/Shanghai, which has known no daylight saving since 1992. */
const OFFSET_MINUTES = 480;
const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Milliseconds of an instant with its offset; `undefined` for any other text. */
export function timeOf(at: unknown): number | undefined {
  if (typeof at !== 'string' || !INSTANT.test(at)) return undefined;
  const time = Date.parse(at);
  return Number.isNaN(time) ? undefined : time;
}

/** The calendar day in Asia/Shanghai as a number of days; it changes at midnight there, 16:00 UTC. */
export function dayNumber(time: number): number {
  return Math.floor((time + OFFSET_MINUTES * MINUTE) / DAY);
}

/** The instant of a time of day on a calendar day in Asia/Shanghai. */
export function timeOnDay(day: number, minutes: number): number {
  return day * DAY + (minutes - OFFSET_MINUTES) * MINUTE;
}

/** An instant for people and logs, by the clock of Asia/Shanghai: `2026-06-01T18:00:00+08:00`. */
export function instantText(time: number): string {
  return `${new Date(time + OFFSET_MINUTES * MINUTE).toISOString().slice(0, 19)}+08:00`;
}

/** An instant in a sentence, by the clock of Asia/Shanghai: 2026年6月1日 18:00. */
export function instantWords(time: number, locale: Locale): string {
  const text = instantText(time);
  return `${formatDate(text.slice(0, 10), locale)} ${text.slice(11, 16)}`;
}

/** Minutes of a time of day `18:00`. */
export function readTimeOfDay(value: unknown, pointer: string, read: SettingReader): number | undefined {
  const match = typeof value === 'string' ? /^([01]\d|2[0-3]):([0-5]\d)$/.exec(value) : null;
  return match === null ? read.open(pointer) : Number(match[1]) * 60 + Number(match[2]);
}

/** The window of a vote: `opens` belongs to it, `closes` does not. */
export function voteWindow(vote: Pick<PublicVote, 'opensAt' | 'closesAt'>, read: SettingReader): { readonly opens: number; readonly closes: number } | undefined {
  const opens = timeOf(vote.opensAt) ?? read.open('/opensAt');
  const closes = timeOf(vote.closesAt) ?? read.open('/closesAt');
  return opens === undefined || closes === undefined ? undefined : { opens, closes };
}
