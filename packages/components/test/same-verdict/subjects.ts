import type { Applicant, Facts, FormDefinition, Problem } from '@cobuild/core';
import { chinaCalendar } from '@cobuild/core';
import { decide } from '@cobuild/rules';
import { gaomingCase, gaomingDemo } from '../../../../.storybook/gaoming.js';
import { elementsLayout, projectAnswers } from '../every-layout.js';
import { everyAnswer, everyWidget } from '../every-widget.js';
import { galleryAnswers, galleryForm } from '../gallery-form.js';
import { codeExamples, plainExamples } from '../widget-examples.js';

/** A form and right answers to it, from which others are made. */
export interface Subject { readonly definition: FormDefinition; readonly right: Readonly<Record<string, unknown>>; readonly facts: Facts }

const station = gaomingCase('../gaoming/cases/service-station.json');
const gaoming = gaomingDemo.forms.find(({ id }) => id === 'application');
if (gaoming === undefined) throw new Error('gaoming-demo has no application');

const applicant: Applicant = station.applicant;
const widgets = [...plainExamples, ...codeExamples];

/** The form of a scheme in use, and forms with every widget and layout. */
export const subjects: readonly Subject[] = [
  { definition: gaoming, right: station.answers, facts: { today: '2026-03-05', applicant } },
  { definition: everyWidget, right: everyAnswer, facts: {} },
  { definition: elementsLayout, right: projectAnswers, facts: {} },
  { definition: galleryForm(widgets), right: galleryAnswers(widgets, 'right'), facts: {} },
];

/** What is found of answers that came to a place: where they are wrong, and what the scheme says to them. */
export interface Verdict { readonly problems: readonly string[]; readonly decision: string }

export const linesOf = (problems: readonly Problem[]): readonly string[] => problems.map(({ code, severity, pointer, message }) => `${severity} ${code} at ${pointer}: ${message}`);

/** The verdict of the scheme, for the form that belongs to one. */
export function decisionOn(subject: Subject, answers: Readonly<Record<string, unknown>>): string {
  if (subject.definition !== gaoming) return '';
  const { outcome, eligibility } = decide(gaomingDemo, { ...station, answers }, { calendar: chinaCalendar, today: '2026-03-05' });
  return JSON.stringify({ outcome, eligibility });
}
