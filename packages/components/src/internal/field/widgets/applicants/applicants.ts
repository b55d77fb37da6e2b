import type { ApplicantParty, ApplicantsResult, ApplicantsSettings, ApplicantsValue, FormNode, PartyStatus } from '@cobuild/core';
import { checkApplicants, confirmParty, sharedTerms } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { instantText } from '../../../dates.js';
import { icons } from '../../../icons.js';
import type { Tone } from '../../../pieces.js';
import { button, tag } from '../../../pieces.js';
import type { FieldContext } from '../../field-context.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { clockOf } from '../../record/clock.js';
import { problemLine } from '../../record/problem-line.js';
import { choiceCell, numberCell, textCell } from '../../record/record-cell.js';
import { RecordPart } from '../../record/record-part.js';
import { recordStyles } from '../../record/record.styles.js';
import { sharesInWords } from './shares-in-words.js';
import { listIn, withItem, withoutItem } from '../../record/with-member.js';
import type { WidgetField } from '../../widget.js';
import { wordsFor } from '../../words-for.js';
import { withPartyMember } from './party-id.js';
import type { ConfirmationState } from './words.js';
import { applicantsWords } from './words.js';

type Party = Partial<ApplicantParty>;

const NOBODY: ApplicantsSettings = { confirm: 'UNDECIDED' };
const MEMBERS = ['role', 'name', 'code', 'task', 'share', 'confirmation'] as const;

const tones: Readonly<Record<ConfirmationState, { readonly tone: Tone | 'neutral'; readonly icon: 'success' | 'pen' | 'warning' | 'danger' | 'none' }>> = {
  confirmed: { tone: 'success', icon: 'success' },
  waiting: { tone: 'neutral', icon: 'pen' },
  void: { tone: 'warning', icon: 'warning' },
  foreign: { tone: 'danger', icon: 'danger' },
  undated: { tone: 'danger', icon: 'danger' },
  notAsked: { tone: 'neutral', icon: 'none' },
};

/** Those who apply together: a card each, the sum of their shares, and who has confirmed. */
class ApplicantsPart extends RecordPart<ApplicantsValue> {
  private drawn: { readonly hosts: FieldContext['hosts']; readonly terms: string } | undefined;

  private get words(): (typeof applicantsWords)['en'] {
    return wordsFor(this.context, applicantsWords);
  }

  private get applicants(): ApplicantsSettings {
    return this.settings.applicants ?? NOBODY;
  }

  private get parties(): readonly Party[] {
    return listIn<Party>(this.value, 'parties');
  }

  override patch(field: WidgetField, node: FormNode, before?: FormNode): void {
    // Only another answer changed: a confirmation stands over some of them.
    if (node === before && this.drawn?.hosts === this.context.hosts && this.drawn.terms === JSON.stringify(this.terms)) return;
    super.patch(field, node);
  }

  protected override placeOf(at: string): string {
    // What a party is known by is chosen with its name.
    return at.replace(/^(\/parties\/\d+)\/id$/, '$1/name');
  }

  protected cells(): ReadonlySet<string> {
    return new Set(this.parties.flatMap((_, index) => MEMBERS.map((key) => `/parties/${index}/${key}`)));
  }

  protected view(): TemplateResult {
    const { words, parties } = this;
    const result = checkApplicants(this.value, this.applicants, { locale: this.context.locale, terms: this.terms });
    this.drawn = { hosts: this.context.hosts, terms: JSON.stringify(this.terms) };
    const labels = (this.applicants.covers ?? []).flatMap((pointer) => this.context.labelOf(pointer) ?? []);
    const isConfirmed = result.parties.some(({ confirmation }) => confirmation !== 'notAsked');
    return html`<div class="record">
      ${parties.length === 0 ? html`<p class="table-empty">${words.empty}</p>` : parties.map((party, index) => this.partyView(party, index, result.parties[index]))}
      <div>${button({ label: words.add, icon: 'plus', id: `${idOf(this.pointer)}-add`, onClick: () => this.add() })}</div>
      ${parties.length === 0 || this.problems.some(({ code }) => code === 'applicants/shares-short' || code === 'applicants/shares-over') ? nothing : this.sumView(result)} ${isConfirmed ? html`<p class="note">${words.confirmed({ labels })}</p>` : nothing}
    </div>`;
  }

  private sumView({ sum }: ApplicantsResult): TemplateResult {
    const { text, isExact } = sharesInWords(sum, this.context.locale);
    const tone = isExact ? 'success' : 'warning';
    return html`<p class="record-sum ${tone}" role="status">${icons[tone]}<span>${text}</span></p>`;
  }

  private partyView(party: Party, index: number, status: PartyStatus | undefined): TemplateResult {
    const { words } = this;
    const at = (key: string): string => `/parties/${index}/${key}`;
    const set = (key: string) => (member: unknown) => this.store(withItem(this.parties, index, withPartyMember(this.parties[index] ?? {}, key, member)));
    const title = words.party({ position: index + 1, lead: party.role === 'lead' });
    const roles = [{ id: 'lead', title: words.lead }, { id: 'partner', title: words.partner }];
    return html`<div class="record-card panel" role="group" aria-label=${title}>
      <div class="record-head">
        <span class="record-title">${title}</span>
        ${button({ label: words.remove, kind: 'quiet danger', icon: 'trash', name: words.removeNamed({ title }), onClick: () => this.removeAt(index, title) })}
      </div>
      <div class="record-cells">
        ${textCell(this, { at: at('name'), label: words.name, value: party.name, change: set('name'), maximum: 120 })}
        ${choiceCell(this, { at: at('role'), label: words.role, value: party.role, change: set('role'), width: 'half', choices: roles })}
        ${numberCell(this, { at: at('share'), label: words.share, value: party.share, change: set('share'), width: 'half', unit: '%' })}
        ${textCell(this, { at: at('code'), label: words.code, value: party.code, change: set('code'), width: 'half', optional: true, maximum: 40 })}
        ${textCell(this, { at: at('task'), label: words.task, value: party.task, change: set('task'), width: 'half', optional: true, maximum: 500 })}
      </div>
      ${status === undefined ? nothing : this.confirmationView(party, index, status)}
    </div>`;
  }

  private confirmationView(party: Party, index: number, { confirmation, name, id }: PartyStatus): TemplateResult {
    const { words } = this;
    const { hosts, locale, words: common } = this.context;
    const at = `/parties/${index}/confirmation`;
    const { tone, icon } = tones[confirmation];
    const { by, at: when } = party.confirmation ?? {};
    const isOpen = confirmation !== 'confirmed' && confirmation !== 'notAsked';
    const { person } = hosts;
    const mayConfirm = isOpen && id !== '' && person?.organisation === id;
    return html`<div class="record-part" data-cell=${at} tabindex="-1" role="group" aria-label=${words.confirmation}>
      <p class="row"><span class="label">${words.confirmation}</span>${tag(tone, words.states[confirmation], icon)}${confirmation === 'notAsked' || typeof by?.name !== 'string' ? nothing : html`<span>${words.confirmedBy({ name: by.name, time: typeof when === 'string' ? instantText(when, locale) : '' })}</span>`}</p>
      ${this.problemsAt(at).map((problem) => problemLine(problem, common))}
      ${mayConfirm ? html`<div>${button({ label: words.confirm({ name: person.name, party: name }), kind: 'primary', icon: 'pen', onClick: () => this.confirm(id, name, at) })}</div>` : nothing}
      ${isOpen && !mayConfirm ? html`<p class="note">${words.confirmLater}</p>` : nothing} ${confirmation === 'notAsked' ? html`<p class="note">${words.notAsked}</p>` : nothing}
    </div>`;
  }

  private get terms(): ReturnType<typeof sharedTerms> {
    return sharedTerms(this.context.submission, this.applicants);
  }

  private add(): void {
    const { parties } = this;
    const role = parties.some((party) => party.role === 'lead') ? 'partner' : 'lead';
    this.act({ parties: [...parties, { role }] as ApplicantParty[] }, this.words.added({ position: parties.length + 1 }), `[data-cell="/parties/${parties.length}/name"] input`);
  }

  private removeAt(index: number, title: string): void {
    const left = withoutItem(this.parties, index);
    const focus = left.length === 0 ? `[id="${idOf(this.pointer)}-add"]` : `[data-cell="/parties/${Math.min(index, left.length - 1)}/name"] input`;
    this.remove(left.length === 0 ? undefined : { parties: left as ApplicantParty[] }, this.words.removed({ title }), focus);
  }

  private confirm(id: string, party: string, at: string): void {
    const { person } = this.context.hosts;
    if (person?.organisation === undefined) return;
    const signer = { id: person.id, name: person.name, organisation: person.organisation };
    this.act(confirmParty({ parties: this.parties as ApplicantParty[] }, id, signer, clockOf(this.context.hosts), this.terms), this.words.confirmDone({ party }), `[data-cell="${at}"]`);
  }

  private store(parties: readonly Party[]): void {
    this.change({ parties: parties as ApplicantParty[] });
  }
}

export const applicants = liveWidget({ labelled: 'group', ownProblems: true, followsAnswers: true, styles: recordStyles, create: (element, context) => new ApplicantsPart(element, context) });
