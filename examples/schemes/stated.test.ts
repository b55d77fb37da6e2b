import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Case, Scheme } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { loadSchemeFolder } from '@cobuild/core/node';
import { decide, findCaseProblems } from '@cobuild/rules';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('.', import.meta.url));
const load = (name: string): Scheme => {
  const { scheme } = loadSchemeFolder(join(root, name));
  if (scheme === undefined) throw new Error(`${name} does not load`);
  return scheme;
};
const gaoming = load('gaoming');
const demo = load('gaoming-demo');
const properties = (scheme: Scheme, form: string): Readonly<Record<string, { enum?: readonly string[] }>> => (scheme.forms.find(({ id }) => id === form)?.schema as { properties: Record<string, { enum?: string[] }> }).properties;
const required = (scheme: Scheme, form: string): readonly string[] => (scheme.forms.find(({ id }) => id === form)?.schema as { required: string[] }).required;
const stage = (scheme: Scheme, id: string) => scheme.stages.find((each) => each.id === id);

describe('what the article on Gaoming states, beside the tests of the folder', () => {
  it('G1: the fund is not less than 10,000,000 yuan a year', () => {
    expect(gaoming.parameters['fundPerYearMinimum']?.value).toBe(10_000_000);
    expect(gaoming.allocation?.fundPerYear).toEqual({ minimum: { parameter: 'fundPerYearMinimum' } });
  });

  it('G2, G3.3: the village recommends; review and approval follow', () => {
    expect(gaoming.stages.map(({ id, method }) => [id, method])).toEqual([['recommend', 'application'], ['preliminary', 'approval'], ['jointReview', 'vote'], ['publicity', 'publicity']]);
    expect([stage(gaoming, 'recommend')?.actor.role, stage(gaoming, 'recommend')?.outcomes[0]?.to]).toEqual(['villageSecretary', 'preliminary']);
  });

  it('G3.4, G5.5: 4 batches with 124 recommended projects in three years load without a problem, and 64 of them are chosen', () => {
    const read = (name: string): Case => JSON.parse(readFileSync(join(root, `gaoming-demo/cases/${name}.json`), 'utf8')) as Case;
    const [chosen, refused] = [read('06-approved'), read('17-one-absent')];
    const batches = [{ year: 2019, number: 1 }, { year: 2020, number: 1 }, { year: 2021, number: 1 }, { year: 2021, number: 2 }];
    const cases = batches.flatMap((batch, index) => Array.from({ length: 31 }, (_, place): Case => ({ ...(place < 16 ? chosen : refused), id: `batch-${index + 1}-${place + 1}`, batch })));
    expect(cases).toHaveLength(124);
    expect(cases.flatMap((item) => findCaseProblems(demo, item, { calendar: chinaCalendar }).filter(({ severity }) => severity === 'error'))).toEqual([]);
    const outcomes = cases.map((item) => decide(demo, item, { calendar: chinaCalendar }).outcome);
    expect([outcomes.filter((outcome) => outcome === 'approved').length, outcomes.filter((outcome) => outcome === 'notApproved').length]).toEqual([64, 60]);
    expect(new Set(cases.map(({ batch }) => JSON.stringify(batch))).size).toBe(4);
  });

  it('G3.2: opinions of members, residents and enterprises, and the golden idea or good project that it comes from; who had it is not published', () => {
    const { fields = {} } = gaoming.forms.find(({ id }) => id === 'application') ?? {};
    expect(fields['/opinions']?.record?.opinions?.groups.map(({ id }) => id)).toEqual(['members', 'residents', 'enterprises']);
    expect([fields['/goldenIdea']?.publish, required(gaoming, 'application').includes('opinions')]).toEqual(['never', true]);
  });

  it('G4.1: the town looks at how the two committees do their duty, for villages and communities', () => {
    expect(required(gaoming, 'preliminaryReview')).toEqual(['dutyFinding', 'inScope']);
    expect(gaoming.organisation.levels.map(({ id }) => id)).toEqual(['district', 'town', 'village', 'community']);
  });

  it('G5.1: organisation, civil affairs, agriculture sit on the committee', () => {
    expect((demo.organisation.units ?? []).filter(({ provenance }) => provenance?.source === 'G5.1').map(({ id }) => id)).toEqual(['organisation-department', 'civil-affairs', 'agriculture']);
  });

  it('G5.2, G5.3: two batches a year, on content, progress and effect, presented by the secretary', () => {
    expect(gaoming.parameters['batchesPerYear']?.value).toBe(2);
    expect(required(gaoming, 'application')).toEqual(expect.arrayContaining(['content', 'milestones', 'expectedEffect', 'secretaryName']));
  });

  it('G6: property management, volunteering, red culture', () => {
    expect(properties(gaoming, 'application')['category']?.enum).toEqual(['propertyService', 'volunteerService', 'redCulture', 'other']);
  });

  it('G6.1: the safety of homes is for more than 20 households in hardship', () => {
    const [, homes] = readFileSync(join(root, 'gaoming/cases.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Case);
    expect([homes?.id, homes?.answers['beneficiaryHouseholds']]).toEqual(['home-safety', 20]);
    expect(String(homes?.answers['background']) + String(homes?.answers['content'])).toContain('20余户');
  });

  it('G7: one archive with three headings', () => {
    expect(gaoming.archive?.index?.map(({ id }) => id)).toEqual(['basics', 'contract', 'progress']);
  });

  it('G8: what becomes of a project counts in the secretary’s annual assessment', () => {
    expect(gaoming.evaluation?.items?.map(({ id, provenance }) => [id, provenance?.source])).toEqual([['secretaryAssessment', 'G8']]);
  });

  it('G9, G10: discipline, organisation and audit watch over a dedicated account; the village reports to the town, how often is open', () => {
    expect([gaoming.supervision?.account, gaoming.supervision?.bodies?.map(({ id }) => id)]).toEqual(['dedicated', ['discipline', 'organisation', 'audit']]);
    expect(gaoming.supervision?.reports?.map(({ from, to, every }) => [from, to, every])).toEqual([['villageSecretary', 'townReviewer', 'UNDECIDED']]);
  });
});

describe('what the other articles state, beside the tests of their folders', () => {
  it('Q3.3: the organisation department fixes the list', () => {
    const scheme = load('qianjiang-innovation');
    expect([stage(scheme, 'preAssessment')?.actor.role, stage(scheme, 'preAssessment')?.outcomes.map(({ id, to }) => [id, to])]).toEqual(['organisationOfficer', [['approve', 'pledge'], ['refuse', 'notApproved']]]);
  });

  it('Y4.2: units and members register twice, in their community too', () => {
    const scheme = load('yangjiang-wishes');
    expect(properties(scheme, 'checkIn')['who']?.enum?.length).toBe(2);
    expect(required(scheme, 'checkIn')).toContain('community');
  });

  it('N2, N3, N4: a grid of three levels', () => {
    const stated = load('nanhai-matters').organisation.levels.filter(({ provenance }) => ['N2', 'N3', 'N4'].includes(provenance?.source ?? ''));
    expect(stated.map(({ id, provenance }) => [id, provenance?.source])).toEqual([['village', 'N2'], ['group', 'N3'], ['team', 'N4']]);
  });

  it('N8: five kinds of mentoring', () => {
    const { mentoring } = properties(load('nanhai-matters'), 'postClaim') as unknown as { mentoring: { items: { enum: string[] } } };
    expect(mentoring.items.enum).toEqual(['policy', 'disputes', 'hardship', 'business', 'rules']);
  });
});
