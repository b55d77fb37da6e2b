import type { ChangeRule, ProjectPost, Supervision } from '@cobuild/core';
import { readRatio } from '../allocation/open-setting.js';
import type { SchemeFinding } from '../findings.js';

const MEASURES: Readonly<Record<ChangeRule['kind'], readonly string[]>> = { money: ['amount', 'share'], content: ['amount', 'share'], time: ['days', 'share'], payee: [], executor: [] };

/** What is wrong in the change rules and posts of `supervision`, from its root. */
export function checkSupervision({ changes = [], posts = [], reports = [] }: Supervision): readonly SchemeFinding[] {
  const duties = reports.map(({ id }) => id);
  return [...changeFindings(changes), ...posts.flatMap((post, index) => postFindings(post, `/posts/${index}`, posts, duties))];
}

/** Posts name duties and other posts that exist; a duty goes to one post. */
function postFindings(post: ProjectPost, pointer: string, posts: readonly ProjectPost[], duties: readonly string[]): readonly SchemeFinding[] {
  const others = posts.filter((other) => other !== post);
  const earlier = posts.slice(0, posts.indexOf(post));
  return [
    ...(['handsIn', 'receives'] as const).flatMap((name) => (post[name] ?? []).flatMap((duty, index): SchemeFinding[] => {
      const at = `${pointer}/${name}/${index}`;
      const taken = earlier.find((other) => other[name]?.includes(duty) === true);
      if (!duties.includes(duty)) return [{ code: 'scheme/post-duty', pointer: at, params: { post: post.id, duty, known: duties } }];
      return taken === undefined ? [] : [{ code: 'scheme/post-duty-twice', pointer: at, params: { post: post.id, duty, other: taken.id } }];
    })),
    ...(post.notWith ?? []).flatMap((id, index): SchemeFinding[] => (others.some((other) => other.id === id) ? [] : [{ code: 'scheme/post-not-with', pointer: `${pointer}/notWith/${index}`, params: { post: post.id, other: id, known: others.map((other) => other.id) } }])),
  ];
}

function changeFindings(changes: readonly ChangeRule[]): readonly SchemeFinding[] {
  return changes.flatMap((rule, index): SchemeFinding[] => {
    const pointer = `/changes/${index}`;
    const before = changes.slice(0, index).reverse().find(({ kind }) => kind === rule.kind);
    const measures = Object.keys(rule.above ?? {}).filter((name) => ['amount', 'share', 'days'].includes(name));
    return [
      ...((rule.decidedBy === undefined) === (rule.noticeOnly !== true) ? [{ code: 'scheme/change-rule-decider', pointer, params: { rule: rule.id } }] : []),
      ...(measures.some((name) => !MEASURES[rule.kind].includes(name)) ? [{ code: 'scheme/change-rule-measure', pointer: `${pointer}/above`, params: { rule: rule.id } }] : []),
      ...(before !== undefined && notAbove(rule, before) ? [{ code: 'scheme/change-rule-order', pointer, params: { rule: rule.id, before: before.id } }] : []),
    ];
  });
}

/** Whether every change that one rule holds for, the later one holds for too. Compared where both have the same single measure. */
function notAbove({ above }: ChangeRule, { above: before }: ChangeRule): boolean {
  if (above === undefined) return true;
  if (before === undefined || Object.keys(above).length > 1 || Object.keys(before).length > 1) return false;
  const [share, shareBefore] = [readRatio(above.share), readRatio(before.share)];
  if (share !== undefined && shareBefore !== undefined && BigInt(share.p) * BigInt(shareBefore.q) <= BigInt(shareBefore.p) * BigInt(share.q)) return true;
  const lower = (name: 'amount' | 'days'): boolean => typeof above[name] === 'number' && typeof before[name] === 'number' && above[name] <= before[name];
  return lower('amount') || lower('days');
}
