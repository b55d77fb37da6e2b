import type { FormNode, PledgeResult, PledgeSettings, PledgeValue, Problem, SignatureStatus } from '@cobuild/core';
import { checkPledge, localize, pledgeText, signPledge } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { instantText } from '../../../dates.js';
import { icons } from '../../../icons.js';
import type { Tone } from '../../../pieces.js';
import { button, tag } from '../../../pieces.js';
import type { FieldContext } from '../../field-context.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { clockOf } from '../../record/clock.js';
import { problemLine, withRemedy } from '../../record/problem-line.js';
import { RecordPart } from '../../record/record-part.js';
import { listIn, withoutItem } from '../../record/with-member.js';
import type { WidgetField } from '../../widget.js';
import { wordsFor } from '../../words-for.js';
import { signingRight } from './may-sign.js';
import { pledgeStyles } from './pledge.styles.js';
import type { SignatureState } from './words.js';
import { pledgeWords } from './words.js';

type Signature = PledgeValue['signatures'][number];

const NO_PLEDGE: PledgeSettings = { text: 'UNDECIDED', signers: [] };
/** Signatures are held against all answers; while somebody types elsewhere, only when they pause. */
const PAUSE_MS = 250;

const tones: Readonly<Record<SignatureState, { readonly tone: Tone | 'neutral'; readonly icon: 'success' | 'pen' | 'warning' | 'danger' }>> = {
  signed: { tone: 'success', icon: 'success' },
  waiting: { tone: 'neutral', icon: 'pen' },
  void: { tone: 'warning', icon: 'warning' },
  refused: { tone: 'danger', icon: 'danger' },
};

/** The text as it will be signed, what it stands for, and each signature with where it stands. */
class PledgePart extends RecordPart<PledgeValue> {
  private hasRead = false;
  private isAskedToRead = false;
  /** What was drawn last, beside the record itself. */
  private drawn: Pick<FieldContext, 'answers' | 'hosts'> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;

  private get words(): (typeof pledgeWords)['en'] {
    return wordsFor(this.context, pledgeWords);
  }

  private get pledge(): PledgeSettings {
    return this.settings.pledge ?? NO_PLEDGE;
  }

  private get signatures(): readonly Partial<Signature>[] {
    return listIn<Partial<Signature>>(this.value, 'signatures');
  }

  override patch(field: WidgetField, node: FormNode, before?: FormNode): void {
    // Another answer changed, and none of this record.
    if (node === before) {
      this.checkSoon();
      return;
    }
    super.patch(field, node);
  }

  protected override placeOf(at: string, problem?: Problem): string {
    const { signers } = this.pledge;
    if (at === '/signatures') {
      const { signatures } = this.check();
      const lacking = signers.find(({ id, title }) => (problem === undefined ? signatures.find(({ signer }) => signer === id)?.status !== 'signed' : localize(title, this.context.locale) === problem.params['signer']));
      return lacking === undefined ? at : `/signatures/#${lacking.id}`;
    }
    const [, index] = /^\/signatures\/(\d+)/.exec(at) ?? [];
    const signer = index === undefined ? undefined : this.signatures[Number(index)]?.signer;
    return signer !== undefined && signers.some(({ id }) => id === signer) ? `/signatures/#${signer}` : index === undefined ? at : `/signatures/${index}`;
  }

  protected cells(): ReadonlySet<string> {
    return new Set([...this.pledge.signers.map(({ id }) => `/signatures/#${id}`), ...this.extra.map((index) => `/signatures/${index}`)]);
  }

  protected view(): TemplateResult {
    const { words, pledge } = this;
    const { locale } = this.context;
    const text = pledgeText(pledge, locale);
    const result = this.check();
    this.drawn = { answers: this.context.answers, hosts: this.context.hosts };
    return html`<div class="record">
      ${text === undefined ? html`<p class="record-sum warning">${icons.warning}<span>${words.undecided}</span></p>` : html`<blockquote class="pledge-text">${text}</blockquote>`}
      <p class="note">${this.coversText()}${this.context.locale === 'en' ? ' ' : ''}${words.voids}</p>
      ${this.progressView(result)} ${text === undefined ? nothing : this.readView(result)}
      <ol class="pledge-signatures">
        ${pledge.signers.map((signer) => this.signatureView(signer, result, text !== undefined))}
      </ol>
      ${this.extra.map(
        (index) => html`<div class="record-card panel" data-cell="/signatures/${index}">
          <p>${words.foreign}</p>
          ${this.problemsAt(`/signatures/${index}`).map((problem) => problemLine(problem, this.context.words))}
          <div>${button({ label: words.remove, kind: 'quiet danger', icon: 'trash', onClick: () => this.withdraw(index, words.caption) })}</div>
        </div>`,
      )}
    </div>`;
  }

  private coversText(): string {
    const { words } = this;
    const { covers } = this.pledge;
    if (covers === undefined || covers.includes('')) return words.coversAll;
    const labels = covers.flatMap((pointer) => this.context.labelOf(pointer) ?? []);
    return labels.length < covers.length ? words.coversAll : words.covers({ labels });
  }

  private progressView({ signatures }: PledgeResult): TemplateResult {
    const { words } = this;
    const asked = signatures.filter(({ signer }) => this.pledge.signers.some(({ id, required }) => id === signer && required !== false));
    const waiting = asked.filter(({ status }) => status !== 'signed').map(({ title }) => title);
    const tone = waiting.length === 0 ? 'success' : 'info';
    return html`<p class="record-sum ${tone}" role="status">${icons[tone]}<span>${waiting.length === 0 ? words.complete : words.progress({ signed: asked.length - waiting.length, count: asked.length, waiting })}</span></p>`;
  }

  /** The statement of truth, for somebody who may sign now. */
  private readView({ signatures }: PledgeResult): TemplateResult | typeof nothing {
    const { words } = this;
    const id = `${idOf(this.pointer)}-read`;
    const isNeeded = signatures.some(({ signer, status }) => status !== 'signed' && signingRight(signer, this.context.hosts.person, this.value, this.pledge, signatures).may);
    if (!isNeeded) return nothing;
    const isWrong = this.isAskedToRead && !this.hasRead;
    return html`<div>
      <label class="choice confirmation ${this.hasRead ? 'chosen' : ''} ${isWrong ? 'invalid' : ''}">
        <input
          type="checkbox"
          id=${id}
          aria-invalid=${isWrong ? 'true' : nothing}
          aria-describedby=${isWrong ? `${id}-problems` : nothing}
          .checked=${live(this.hasRead)}
          @change=${(event: Event) => {
            this.hasRead = (event.target as HTMLInputElement).checked;
            this.redraw();
          }}
        /><span>${words.read}</span>
      </label>
      ${isWrong ? html`<p class="field-error" id="${id}-problems">${icons.danger}<span>${words.readFirst}</span></p>` : nothing}
    </div>`;
  }

  private signatureView({ id, title, required }: PledgeSettings['signers'][number], { signatures, problems }: PledgeResult, isDecided: boolean): TemplateResult {
    const { words } = this;
    const { locale, hosts } = this.context;
    const at = `/signatures/#${id}`;
    const found = signatures.find(({ signer }) => signer === id);
    const status = found?.status ?? 'waiting';
    const { tone, icon } = tones[status];
    const name = localize(title, locale);
    const index = this.signatures.findIndex(({ signer }) => signer === id);
    const told = this.problemsAt(at);
    // What voids a signature is said at once, not first when the form is sent.
    const why = problems.filter(({ pointer }) => index >= 0 && pointer === `${this.pointer}/signatures/${index}` && told.length === 0);
    const isOwn = index >= 0 && this.signatures[index]?.by?.id === hosts.person?.id;
    return html`<li class="record-card panel ${status}" data-cell=${at} tabindex="-1" aria-label=${`${name}${locale === 'en' ? ': ' : '：'}${words.states[status]}`}>
      <div class="record-head"><span class="record-title">${name}${required === false ? html`<span class="muted">${words.optional}</span>` : nothing}</span>${tag(tone, words.states[status], icon)}</div>
      ${found?.name === undefined ? nothing : html`<p class="pledge-by">${words.by({ name: found.name, time: found.at === undefined ? '' : instantText(found.at, locale) })}</p>`}
      ${why.map((problem) => html`<p class="record-sum warning">${icons.warning}<span>${withRemedy(problem)}</span></p>`)} ${told.map((problem) => problemLine(problem, this.context.words))}
      ${status === 'signed' || !isDecided ? nothing : this.signView(id, name, index >= 0, signatures)}
      ${isOwn ? html`<div>${button({ label: words.withdraw, kind: 'quiet', icon: 'returned', name: words.withdrawNamed({ title: name }), onClick: () => this.withdraw(index, name) })}</div>` : nothing}
    </li>`;
  }

  private signView(id: string, title: string, again: boolean, signatures: readonly SignatureStatus[]): TemplateResult {
    const { words } = this;
    const { person } = this.context.hosts;
    const right = signingRight(id, person, this.value, this.pledge, signatures);
    if (right.may && person !== undefined) {
      return html`<div>${button({ label: (again ? words.signAgain : words.sign)({ name: person.name, title }), kind: 'primary', icon: 'pen', onClick: () => this.sign(id, title) })}</div>`;
    }
    if (right.may || right.why === 'signIn') return html`<p class="note">${words.signIn}</p>`;
    if (right.why === 'notYours') return html`<p class="note">${words.notYours}</p>`;
    const other = localize(this.pledge.signers.find((signer) => signer.id === right.other)?.title, this.context.locale);
    return html`<p class="note">${right.why === 'before' ? words.before({ title: other }) : words.samePerson({ title: other })}</p>`;
  }

  private sign(signer: string, title: string): void {
    const { person } = this.context.hosts;
    if (person === undefined) return;
    if (!this.hasRead) {
      this.isAskedToRead = true;
      this.redraw();
      this.focus('input[type="checkbox"]');
      return;
    }
    const by = { id: person.id, name: person.name };
    const value = this.value === undefined ? undefined : { signatures: this.signatures as Signature[] };
    const signed = signPledge(value, this.context.submission, this.pledge, { signer, by, at: clockOf(this.context.hosts), locale: this.context.locale }, this.pointer);
    this.hasRead = false;
    this.isAskedToRead = false;
    this.act(signed, this.words.signed({ title }), `[data-cell="/signatures/#${signer}"]`);
  }

  private withdraw(index: number, title: string): void {
    const left = withoutItem(this.signatures, index) as Signature[];
    const signer = this.signatures[index]?.signer ?? '';
    this.remove(left.length === 0 ? undefined : { signatures: left }, this.words.withdrawn({ title }), `[data-cell="/signatures/#${signer}"]`);
  }

  /** Signatures that nobody asks for, or there twice, by their places. */
  private get extra(): readonly number[] {
    const { signatures } = this;
    return signatures.flatMap(({ signer }, index) => (this.pledge.signers.some(({ id }) => id === signer) && signatures.findIndex((other) => other.signer === signer) === index ? [] : [index]));
  }

  private check(): PledgeResult {
    return checkPledge(this.value, this.context.submission, this.pledge, { pointer: this.pointer, locale: this.context.locale, now: clockOf(this.context.hosts) });
  }

  private checkSoon(): void {
    const { drawn, context: { answers, hosts } } = this;
    if (drawn?.hosts !== hosts) this.redraw();
    if (this.signatures.length === 0 || this.drawn?.answers === answers) return;
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.redraw(), PAUSE_MS);
  }
}

export const pledge = liveWidget({ labelled: 'group', ownProblems: true, followsAnswers: true, styles: pledgeStyles, create: (element, context) => new PledgePart(element, context) });
