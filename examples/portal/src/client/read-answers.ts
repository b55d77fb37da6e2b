import type { Scheme } from '@cobuild/core';
import type { CobuildAnswers, FieldHosts } from '@cobuild/components';
import type { Identity } from '@cobuild/rules';
import type { CaseView } from './case-summary.js';
import { wordsOf } from './language.js';
import { make } from './page.js';

const words = wordsOf({ 'zh-CN': { heading: '申报内容' }, en: { heading: 'The application' } });

/** The application as it was filled in, for an office that has nothing to do with it now; after a return with what changed. */
export function readAnswers(scheme: Scheme, { state }: CaseView, identity: Identity, hosts: FieldHosts): readonly HTMLElement[] {
  const form = scheme.stages.find(({ method }) => method === 'application')?.form;
  const definition = scheme.forms.find(({ id }) => id === form);
  if (definition === undefined) return [];
  const earlier = state.submissions[state.submissions.length - 2]?.answers;
  return [
    make<HTMLHeadingElement>('h2', { textContent: words.heading }),
    make<CobuildAnswers>('cobuild-answers', { definition, value: state.answers, viewerRole: identity.role, stage: state.stage, hosts, ...(earlier === undefined ? {} : { earlier }) }),
  ];
}
