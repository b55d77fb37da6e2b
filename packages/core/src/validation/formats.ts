import { isAreaCode, isBankAccount, isBankCard, isCitizenNumber, isOrganisationCode, isPhoneNumber } from '../codes/index.js';
import { isMoney } from '../money/index.js';
import { isDate, onText } from './date-format.js';
import type { Formats } from './site.js';

/** A time of day with its distance from UTC, `08:30:00Z` or `16:30:00.5+08:00`. Second 60 only where UTC has its leap seconds. */
export function isTime(text: string): boolean {
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:z|([+-])(\d\d):(\d\d))$/i.exec(text);
  if (!match) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHours, offsetMinutes] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59) return false;
  const offset = (offsetHours * 60 + offsetMinutes) * (match[4] === '-' ? -1 : 1);
  return second < 60 || (hour * 60 + minute - offset + 2880) % 1440 === 1439;
}

/** Date and time by RFC 3339, `2026-04-01T16:30:00+08:00`. */
export function isDateTime(text: string): boolean {
  const [date = '', time = '', more] = text.split(/t/i);
  return more === undefined && isDate(date) && isTime(time);
}

/** A duration by ISO 8601 as RFC 3339 writes it, `P1Y2M`, `PT36H`, `P4W`: no unit left out in the middle, no fractions. */
export function isDuration(text: string): boolean {
  return /^P(?:\d+W|(?=\d|T\d)(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)?(?:T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))?)$/.test(text);
}

/** An e-mail address by RFC 5321, with dotted or quoted local part and a host name or address literal. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || local.length > 64 || domain.length > 255) return false;
  const localFits = /^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(local) || /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local);
  return localFits && (isHostname(domain) || isAddressLiteral(domain));
}

function isHostname(text: string): boolean {
  return text.split('.').every((label) => label.length <= 63 && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i.test(label));
}

function isAddressLiteral(text: string): boolean {
  const [, address] = /^\[(.*)\]$/.exec(text) ?? [];
  return address !== undefined && (isIpv4(address) || (/^IPv6:/i.test(address) && isIpv6(address.slice(5))));
}

/** Four decimal numbers up to 255 without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups[groups.length - 1];
  const embedded = last !== undefined && last.includes('.') && !text.endsWith('::');
  if (embedded && !isIpv4(groups.pop() as string)) return false;
  const count = groups.length + (embedded ? 2 : 0);
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group)) && (halves.length === 2 ? count < 8 : count === 8);
}

/** An absolute URI by RFC 3986: with a scheme, ASCII only. */
export function isUri(text: string): boolean {
  const match = /^[a-z][a-z0-9+.-]*:(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/i.exec(text);
  if (!match) return false;
  const [, authority, path = '', query = '', fragment = ''] = match;
  const chars = (part: string, more: string): boolean => new RegExp(`^(?:[\\w.~!$&'()*+,;=:${more}-]|%[0-9a-f]{2})*$`, 'i').test(part);
  if (!chars(path, '@/') || !chars(query, '@/?') || !chars(fragment, '@/?')) return false;
  return authority === undefined ? !path.startsWith('//') : isAuthority(authority);
}

function isAuthority(authority: string): boolean {
  const match = /^(?:([^@]*)@)?(\[[^\]]*\]|[^:@[\]]*)(?::\d*)?$/.exec(authority);
  if (!match) return false;
  const [, user = '', host = ''] = match;
  if (!/^(?:[\w.~!$&'()*+,;=:-]|%[0-9a-f]{2})*$/i.test(user)) return false;
  if (host.startsWith('[')) return isIpv6(host.slice(1, -1)) || /^\[v[0-9a-f]+\.[\w.~!$&'()*+,;=:-]+\]$/i.test(host);
  return /^(?:[\w.~!$&'()*+,;=-]|%[0-9a-f]{2})*$/i.test(host);
}

/** Five groups of hexadecimal digits, `2eb8aa08-aa98-11ea-b4aa-73b441d16380`. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A regular expression under the `u` flag. */
export function isRegex(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

/** The standard formats that forms use. */
export const standardFormats = {
  date: onText(isDate),
  time: onText(isTime),
  'date-time': onText(isDateTime),
  duration: onText(isDuration),
  email: onText(isEmail),
  uri: onText(isUri),
  uuid: onText(isUuid),
  ipv4: onText(isIpv4),
  regex: onText(isRegex),
} satisfies Formats;

/** CoBuild's own formats. `money` looks at numbers (a text never is money, say `type: number` to refuse it), the codes at text. */
export const namedFormats = {
  money: (value: string | number): boolean => typeof value !== 'number' || isMoney(value),
  'citizen-number': onText(isCitizenNumber),
  'organisation-code': onText(isOrganisationCode),
  'area-code': onText(isAreaCode),
  phone: onText(isPhoneNumber),
  'bank-card': onText(isBankCard),
  'bank-account': onText(isBankAccount),
} satisfies Formats;

/** All formats that CoBuild's forms assert: `createInterpreter({ formats: schemeFormats })`. */
export const schemeFormats = { ...standardFormats, ...namedFormats } satisfies Formats;
