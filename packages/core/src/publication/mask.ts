import { isCitizenNumber } from '../codes/citizen-number.js';
import { isMobileNumber } from '../codes/mobile-number.js';
import { isOrganisationCode } from '../codes/organisation-code.js';

/** What a value is, for hiding the right part of it; `text` is hidden wholly. */
export type MaskKind = 'name' | 'phone' | 'citizenNumber' | 'bankAccount' | 'address' | 'text';

/**
 * What stands for a value that is hidden wholly. Its length tells nothing. Whatever a mask cannot read becomes this, because the part it
 * would have left may be the very part that identifies: masks never show more of a malformed value than of a good one.
 */
export const HIDDEN = '******';

const stars = (count: number): string => '*'.repeat(count);

/** Hides what `hide` makes of well-formed text; nothing is nothing, and everything else is hidden wholly. */
function maskWellFormed(value: unknown, hide: (text: string) => string | undefined): string {
  if (value === undefined || value === null || value === '') return '';
  return typeof value === 'string' ? (hide(value.trim()) ?? HIDDEN) : HIDDEN;
}

/**
 * The first character of a name in Chinese characters, the initial of one in Latin letters.
 * @example maskName('张三丰') // '张**'; 'Li Ming' gives 'L**', a single character or anything with digits '******'
 */
export function maskName(value: unknown): string {
  return maskWellFormed(value, (name) => {
    if (/^\p{Script=Han}[\p{Script=Han}·•]{1,19}$/u.test(name)) {
      const [first = '', ...rest] = Array.from(name);
      return first + stars(rest.length);
    }
    return /^\p{Script=Latin}[\p{Script=Latin} .'’-]{1,39}$/u.test(name) ? `${Array.from(name)[0] ?? ''}**` : undefined;
  });
}

/** @example maskPhone('13800138000') // '138****8000'; landlines and numbers with separators are hidden wholly */
export function maskPhone(value: unknown): string {
  return maskWellFormed(value, (phone) => (isMobileNumber(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : undefined));
}

/**
 * Leaves the area code and hides the birth date and the last four. Hiding the birth date alone is not enough: with area, sequence and check
 * digit shown, the check digit leaves fewer than a tenth of all birthdays.
 * @example maskCitizenNumber('11010519491231002X') // '110105************'; a wrong check digit hides everything
 */
export function maskCitizenNumber(value: unknown): string {
  return maskWellFormed(value, (number) => (isCitizenNumber(number) ? number.slice(0, 6) + stars(12) : undefined));
}

/**
 * Leaves kind and area of an organisation. The code is public, but that of a household business (个体工商户) leads to a person.
 * @example maskOrganisationCode('91350100M000100Y43') // '91350100**********'
 */
export function maskOrganisationCode(value: unknown): string {
  return maskWellFormed(value, (code) => (isOrganisationCode(code) ? code.slice(0, 8) + stars(10) : undefined));
}

/**
 * Leaves the last four digits of a card or account of 12 to 30 digits; spaces and hyphens between groups are read.
 * Accounts of organisations have no check digit, so none is asked for.
 * @example maskBankAccount('6222 0212 3456 7890 128') // '****0128'
 */
export function maskBankAccount(value: unknown): string {
  return maskWellFormed(value, (account) => {
    const digits = account.replace(/[ -]/g, '');
    return /^\d{12,30}$/.test(digits) ? `****${digits.slice(-4)}` : undefined;
  });
}

const PROVINCE =
  '(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省' +
  '|(?:北京|上海|天津|重庆)市|(?:香港|澳门)特别行政区|(?:内蒙古|广西壮族|西藏|宁夏回族|新疆维吾尔)自治区';
// No prefecture-level city has a longer name than 乌鲁木齐 or 呼伦贝尔; a longer one has swallowed something else.
const CITY = '\\p{Script=Han}{2,4}?市|\\p{Script=Han}{2,10}?(?:自治州|地区|盟)';
const COUNTY = '\\p{Script=Han}{1,14}?(?:自治县|自治旗|林区|区|县|市|旗)';
const TOWN = '\\p{Script=Han}{1,12}?(?:街道|镇|乡|苏木)';
const ADDRESS = new RegExp(`^(${PROVINCE})?(${CITY})?(${COUNTY})?(${TOWN})?`, 'u');
/** Words of finer places and of sentences: a level below the province that swallowed one of them is not a place name. */
const NOT_A_LEVEL = /街(?!道)|[路巷弄村组队号栋幢室住省]|大道|小区|社区|花园/;

/**
 * Leaves an address down to the town or street office and hides what follows. Where the town is not recognised the county is the
 * last level left; an address that does not begin with a province, city or county is hidden wholly.
 * @example maskAddress('广东省佛山市高明区荷城街道沧江路12号') // '广东省佛山市高明区荷城街道***'
 */
export function maskAddress(value: unknown): string {
  return maskWellFormed(value, (address) => {
    const [, province, ...below] = ADDRESS.exec(address) ?? [];
    const levels = province === undefined ? [] : [province];
    for (const level of below) {
      if (level === undefined) continue;
      if (NOT_A_LEVEL.test(level)) break;
      levels.push(level);
    }
    const beginsAboveTown = levels.length > 0 && levels[0] !== below[2];
    return beginsAboveTown ? `${levels.join('')}***` : undefined;
  });
}

const MASKS: Record<MaskKind, (value: unknown) => string> = {
  name: maskName,
  phone: maskPhone,
  citizenNumber: maskCitizenNumber,
  bankAccount: maskBankAccount,
  address: maskAddress,
  text: (value) => maskWellFormed(value, () => undefined),
};

/**
 * Hides a value for publication according to its kind. An absent or empty value stays empty; a value that is not well-formed text of
 * its kind is hidden wholly, as is a kind that is not known.
 * @example mask('张三丰', 'name') // '张**'
 */
export function mask(value: unknown, kind: MaskKind): string {
  const known = Object.prototype.hasOwnProperty.call(MASKS, kind) ? MASKS[kind] : MASKS.text;
  return known(value);
}
