import type { Locale, Scheme } from '@cobuild/core';
import { localize } from '@cobuild/core';
import type { Identity, IdentityAdapter, RegisterAdapter, RegistryAdapter } from '@cobuild/rules';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Demonstration } from './demonstration.js';
import { readDemonstration } from './demonstration.js';
import { demonstrationRegisters } from './demonstration-registers.js';
import type { PublishedSchemes } from './published-schemes.js';

type Unit = NonNullable<Scheme['organisation']['units']>[number];
type Role = Scheme['organisation']['roles'][number];

/** Who keeps all schemes of the portal. */
export const ADMINISTRATOR = 'administrator';
/** So many people of each role, where the scheme has so many units. */
const EACH = 2;
const SEATS = 9;
const NAMES = ['陈志强', '李秀英', '黄建平', '何少芬', '梁国栋', '谢丽娟', '邓文辉', '罗惠珍', '冯永康', '潘月明', '区伟明', '麦淑仪', '关振华', '霍美玲', '简耀东', '苏桂兰', '欧阳平', '杜洁莹', '严志刚', '温玉梅'];

/**
 * Invented people for every role of a scheme and seats for every committee, the same at each start. Who works in the applicants' own village for its
 * committees has no unit: nobody acts on an application of their own unit.
 */
export function peopleOf(scheme: Scheme): Demonstration {
  const { roles, units = [] } = scheme.organisation;
  const applicants = new Set(scheme.stages.filter(({ method }) => method === 'application').map(({ actor }) => actor.role));
  const applicantLevels = new Set(roles.filter(({ id }) => applicants.has(id)).map(({ level }) => level));
  let used = 0;
  const nextName = (): string => NAMES[used++ % NAMES.length] ?? '';
  const identities = roles.filter(({ id }) => id !== ADMINISTRATOR).flatMap((role) => {
    const places = unitsFor(role, units);
    const inOwnUnit = applicants.has(role.id) || !applicantLevels.has(role.level);
    return places.length === 0 || !inOwnUnit ? [personOf(scheme, role, undefined, nextName())] : places.slice(0, EACH).map((unit) => personOf(scheme, role, unit, nextName()));
  });
  const committees = Object.fromEntries((scheme.thresholds ?? []).map(({ id, title }) => [id, Array.from({ length: SEATS }, (_, seat) => ({ id: `${scheme.id}.${id}.${seat + 1}`, name: `${NAMES[(seat * 7 + 3) % NAMES.length] ?? ''}（${localize(title, 'zh-CN')}${seat + 1}号）` }))]));
  return { identities, committees, members: [], areas: [] };
}

/** People whom somebody wrote down beside the scheme's folder; the administrator keeps all schemes. */
function writtenPeople(folder: string, schemeId: string): Demonstration | undefined {
  if (!/^[\w-]+$/.test(schemeId) || !existsSync(join(folder, schemeId, 'identities.json'))) return undefined;
  const read = readDemonstration(join(folder, schemeId));
  return { ...read, identities: read.identities.map((identity) => (identity.role === ADMINISTRATOR ? identity : { ...identity, schemes: [schemeId] })) };
}

const unitsFor = ({ level }: Role, units: readonly Unit[]): readonly Unit[] => units.filter((unit) => unit.level === level || (level === 'village' && unit.level === 'community'));

function personOf(scheme: Scheme, role: Role, unit: Unit | undefined, name: string): Identity {
  const units = scheme.organisation.units ?? [];
  const title = localize(role.title, 'zh-CN');
  const nearest = unit ?? nearestUnit(scheme, role, units);
  const above = nearest === undefined ? undefined : between(scheme, nearest, units);
  return {
    id: `${scheme.id}.${role.id}${unit === undefined ? '' : `.${unit.id}`}`, name, role: role.id, level: unit?.level ?? role.level, schemes: [scheme.id],
    title: unit === undefined ? role.title : { 'zh-CN': `${localize(unit.title, 'zh-CN')}${title}`, en: `${localize(role.title, 'en')}, ${localize(unit.title, 'en')}` },
    ...(unit === undefined ? {} : { unit: unit.id, unitName: localize(unit.title, 'zh-CN') }), ...(above === undefined ? {} : { town: above.id }),
  };
}

/** Where the scheme has no units of an applicant's level: one of the level above it, to which the applicant then belongs. */
function nearestUnit({ organisation, stages }: Scheme, role: Role, units: readonly Unit[]): Unit | undefined {
  if (!stages.some(({ method, actor }) => method === 'application' && actor.role === role.id)) return undefined;
  const levels = organisation.levels.map(({ id }) => id);
  const higher = levels.slice(1, Math.max(levels.indexOf(role.level), 1)).reverse();
  const level = higher.find((each) => units.some((unit) => unit.level === each));
  return units.find((unit) => unit.level === level);
}

/** The unit between the highest level and the applicants: the unit itself, or the one above it. */
function between(scheme: Scheme, unit: Unit, units: readonly Unit[]): Unit | undefined {
  const isHighest = (one: Unit | undefined): boolean => one === undefined || one.level === scheme.organisation.levels[0]?.id;
  const parent = units.find(({ id }) => id === unit.parent);
  if (isHighest(unit)) return undefined;
  return isHighest(parent) ? unit : parent;
}

interface DemonstrationAdapters {
  readonly identities: IdentityAdapter;
  readonly registry: RegistryAdapter;
  readonly registers: (scheme: Scheme | undefined, locale: Locale) => Promise<RegisterAdapter>;
}

/** Identities, committees and registers of all schemes that run; `folder` holds those that somebody wrote, by the scheme's id. */
export function demonstrationAdapters(schemes: Pick<PublishedSchemes, 'running'>, folder: string): DemonstrationAdapters {
  const known = new Map<string, Demonstration>();
  const people = async (): Promise<ReadonlyMap<string, Demonstration>> => {
    const running = await schemes.running();
    return new Map(running.map(({ scheme, hash }) => {
      const found = known.get(hash) ?? writtenPeople(folder, scheme.id) ?? peopleOf(scheme);
      known.set(hash, found);
      return [scheme.id, found];
    }));
  };
  const everybody = async (): Promise<readonly Identity[]> => {
    // Whoever keeps the schemes is there before one of them runs, and once.
    const all = [...(await people()).values(), ...[writtenPeople(folder, 'gaoming-demo')].filter((one) => one !== undefined)].flatMap(({ identities }) => identities);
    return [...new Map([...all].reverse().map((identity) => [identity.id, identity])).values()].reverse();
  };
  return {
    identities: {
      identify: async (credential) => (await everybody()).find(({ id }) => id === credential),
      demonstrationIdentities: everybody,
    },
    registry: {
      async committeeMembers(threshold, scheme) {
        const all = await people();
        const [first] = all.keys();
        return new Map(Object.entries(all.get(scheme ?? first ?? '')?.committees ?? {})).get(threshold) ?? [];
      },
    },
    registers: async (scheme, locale) => demonstrationRegisters(scheme, (await people()).get(scheme?.id ?? '') ?? { identities: [], members: [], areas: [] }, locale),
  };
}
