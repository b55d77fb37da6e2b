import type { Attachment, AttachmentsSettings, AttachmentsValue, FormNode, Problem } from '@cobuild/core';
import { fileSizeText, fileTypesText, localize, sha256Hex, valueAt } from '@cobuild/core';
import type { TemplateResult } from 'lit';
import { html, nothing } from 'lit';
import type { StoredFile } from '../../../../hosts/file-store.js';
import { safeLink } from '../../../../hosts/safe-link.js';
import { icons } from '../../../icons.js';
import { button } from '../../../pieces.js';
import type { FieldContext } from '../../field-context.js';
import { idOf } from '../../field-context.js';
import { liveWidget } from '../../live-widget.js';
import { clockOf } from '../../record/clock.js';
import { problemLine } from '../../record/problem-line.js';
import { RecordPart } from '../../record/record-part.js';
import { itemsOf, withItem, withoutItem } from '../../record/with-member.js';
import type { WidgetField } from '../../widget.js';
import { wordsFor } from '../../words-for.js';
import { attachmentsStyles } from './attachments.styles.js';
import { candidate, refusals } from './refusals.js';
import type { RunningUpload, UploadListHost } from './upload-list.js';
import { UploadList } from './upload-list.js';
import { attachmentsWords } from './words.js';

const NO_SETTINGS: AttachmentsSettings = {};
/** The check of a file is asked for again after so long, then ever less often. */
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 30_000;

const SCAN_ICONS = { pending: 'clock', clean: 'success', quarantined: 'danger', failed: 'warning' } as const;

/** Uploads by the pointer of their field: they go on while it is not drawn, such as on another step. */
const underWay = new WeakMap<FieldContext, Map<string, UploadList<Attachment>>>();

function uploadsAt(context: FieldContext, pointer: string, host: UploadListHost<Attachment>): UploadList<Attachment> {
  const lists = underWay.get(context) ?? new Map<string, UploadList<Attachment>>();
  underWay.set(context, lists);
  const known = lists.get(pointer);
  const list = known ?? new UploadList(host);
  list.host = host;
  lists.set(pointer, list);
  return list;
}

/** Files: chosen or dropped, checked, sent, and what became of them. Their content never stands among the answers. */
class AttachmentsPart extends RecordPart<AttachmentsValue> {
  private uploads!: UploadList<Attachment>;
  private readonly uploadHost: UploadListHost<Attachment> = {
    store: () => this.context.hosts.files,
    field: () => this.pointer,
    changed: () => {
      this.tellArriving();
      this.redraw();
    },
    describe: (file, kind, stored) => this.describe(file, kind, stored),
    arrived: (attachment) => this.take(attachment),
    refused: ({ name }, reason) => {
      this.tellArriving();
      this.refuse([...this.refused, { code: 'attachments/refused', severity: 'error', document: 'answers', pointer: this.pointer, params: { name }, message: this.words.refused({ name, reason }) }]);
    },
  };
  private refused: readonly Problem[] = [];
  private over: string | undefined;
  private wait = FIRST_WAIT_MS;
  private asking: ReturnType<typeof setTimeout> | undefined;

  private get words(): (typeof attachmentsWords)['en'] {
    return wordsFor(this.context, attachmentsWords);
  }

  private get rules(): AttachmentsSettings {
    return this.settings.attachments ?? NO_SETTINGS;
  }

  private get files(): readonly Attachment[] {
    return itemsOf<Attachment>(this.value);
  }

  private get isFixed(): boolean {
    return this.node.readonly || this.node.computed;
  }

  override patch(field: WidgetField, node: FormNode): void {
    this.uploads = uploadsAt(this.context, node.pointer, this.uploadHost);
    super.patch(field, node);
    this.askLater();
    // Another form of the same fields does not know of them yet. It is being drawn, and told afterwards.
    if (this.uploads.running.length > 0) queueMicrotask(() => this.tellArriving());
  }

  /** From what is wrong with all of it to the file that is not there yet. */
  override control(pointer = this.pointer): HTMLElement | undefined {
    const row = pointer === this.pointer ? this.element.querySelector<HTMLElement>('.uploading button') : null;
    return row ?? super.control(pointer);
  }

  private tellArriving(): void {
    this.context.arriving(this.pointer, this.uploads.running.map(({ file }) => file.name));
  }

  /** What is wrong with the number of documents of a kind is told at the kind. */
  protected override placeOf(at: string, problem?: Problem): string {
    if (problem?.code === 'attachments/kind-few' || problem?.code === 'attachments/kind-many') return `/#${String(problem.params['id'])}`;
    const [, index] = /^\/(\d+)/.exec(at) ?? [];
    return index === undefined ? at : `/${index}`;
  }

  protected cells(): ReadonlySet<string> {
    return new Set([...(this.rules.kinds ?? []).map(({ id }) => `/#${id}`), ...this.files.map((_, index) => `/${index}`)]);
  }

  protected view(): TemplateResult {
    const { words, rules } = this;
    const kinds = rules.kinds ?? [];
    const known = new Set(kinds.map(({ id }) => id));
    const rest = kinds.length === 0 ? [] : this.files.filter(({ kind }) => kind === undefined || !known.has(kind));
    return html`<div class="record attachments">
      ${this.context.hosts.files === undefined && !this.isFixed ? html`<p class="field-warning">${icons.warning}<span>${words.noStore}</span></p>` : nothing}
      ${kinds.length === 0 ? this.partView(undefined) : kinds.map(({ id }) => this.partView(id))}
      ${rest.length === 0 ? nothing : this.listView(rest, [])}
      ${this.refused.length === 0
        ? nothing
        : html`<div class="refused" role="alert">${this.refused.map((problem) => problemLine(problem, this.context.words))}${button({ label: words.dismiss, kind: 'quiet', onClick: () => this.refuse([]) })}</div>`}
    </div>`;
  }

  /** One kind of document, or all files where there are no kinds. */
  private partView(kindId: string | undefined): TemplateResult {
    const { words, rules } = this;
    const { locale, hosts } = this.context;
    const kind = rules.kinds?.find(({ id }) => id === kindId);
    const title = kind ? localize(kind.title, locale) : '';
    const id = `${idOf(this.pointer)}-kind-${kindId ?? ''}`;
    const files = kindId === undefined ? this.files : this.files.filter((file) => file.kind === kindId);
    const running = this.uploads.running.filter((upload) => upload.kind === kindId);
    const accept = kind?.accept ?? rules.accept ?? [];
    const count = kind ? kind.maximum : rules.maximumCount;
    const says = words.rules({ accept: fileTypesText(accept, locale), size: typeof rules.maximumSize === 'number' ? fileSizeText(rules.maximumSize) : '', count: typeof count === 'number' ? count : undefined });
    const problems = kind ? this.problemsAt(`/#${kind.id}`) : [];
    const template = kind?.template === undefined ? undefined : safeLink(hosts.files?.link?.(kind.template));
    return html`<div class="record-part ${this.over === id ? 'over' : ''}" role="group" data-cell=${kind ? `/#${kind.id}` : nothing} tabindex=${kind && this.isFixed ? '-1' : nothing} aria-labelledby=${kind ? id : nothing}
      @dragover=${(event: DragEvent) => this.dragged(event, id)} @dragleave=${(event: DragEvent) => this.dragged(event, undefined)} @drop=${(event: DragEvent) => this.dropped(event, kindId)}>
      ${kind ? html`<p class="record-title" id=${id}>${title}${(typeof kind.minimum === 'number' && kind.minimum > 0) || this.isFixed ? nothing : html`<span class="mark">${this.context.words.optional}</span>`}</p>` : nothing}
      ${template === undefined ? nothing : html`<a class="no-print" href=${template} download>${words.template}${kind ? html`<span class="visually-hidden"> ${title}</span>` : nothing}</a>`}
      ${files.length + running.length === 0 && (this.isFixed || this.context.hosts.files === undefined) ? html`<p class="muted">${words.none}</p>` : nothing}
      ${this.listView(files, running)}
      ${this.isFixed || this.context.hosts.files === undefined
        ? nothing
        : html`<div class="file-drop no-print">
            <label class="button secondary file-choose">${icons.plus}<span>${words.choose}</span><input type="file" class="file-input" multiple accept=${accept.length === 0 ? nothing : accept.join(',')} aria-label=${kind ? words.chooseFor({ kind: title }) : words.choose} aria-describedby="${id}-rules${problems.length === 0 ? '' : ` ${id}-problems`}" aria-invalid=${problems.length === 0 ? nothing : 'true'} @change=${(event: Event) => this.chosen(event, kindId)} /></label>
            <p class="note" id="${id}-rules">${says}${says === '' ? '' : locale === 'en' ? '. ' : '。'}<span class="file-drop-hint">${words.orDrop}</span></p>
          </div>`}
      ${problems.length === 0 ? nothing : html`<div id="${id}-problems">${problems.map((problem) => problemLine(problem, this.context.words))}</div>`}
    </div>`;
  }

  private listView(files: readonly Attachment[], running: readonly RunningUpload[]): TemplateResult | typeof nothing {
    if (files.length + running.length === 0) return nothing;
    return html`<ul class="file-list">${files.map((file) => this.fileView(file))}${running.map((upload) => this.uploadView(upload))}</ul>`;
  }

  private fileView(file: Attachment): TemplateResult {
    const { words } = this;
    const index = this.files.indexOf(file);
    const problems = this.problemsAt(`/${index}`);
    const link = file.scan === 'quarantined' ? undefined : safeLink(this.context.hosts.files?.link?.(file.id));
    const name = typeof file.name === 'string' ? file.name : '';
    const scan = file.scan in SCAN_ICONS ? file.scan : 'pending';
    return html`<li class="file" data-cell="/${index}" tabindex="-1">
      <div class="file-line">
        ${icons.document}
        <span class="file-name">${link === undefined ? name : html`<a href=${link} target="_blank" rel="noopener">${name}</a>`}<span class="unit"> ${fileSizeText(file.size)}</span></span>
        <span class="file-state ${scan}">${icons[SCAN_ICONS[scan]]}${words.scan[scan]}</span>
        ${this.isFixed ? nothing : button({ label: words.remove, kind: 'quiet danger', icon: 'trash', name: words.removeNamed({ name }), onClick: () => this.drop(index, name) })}
      </div>
      ${problems.map((problem) => problemLine(problem, this.context.words))}
    </li>`;
  }

  private uploadView({ key, file, sent, state }: RunningUpload): TemplateResult {
    const { words, uploads } = this;
    const act = (action: string, run: () => void): TemplateResult => button({ label: action, kind: 'quiet', name: words.forFile({ action, name: file.name }), onClick: run });
    const says = state === 'sending' ? words.sending({ sent: fileSizeText(sent), total: fileSizeText(file.size) }) : state === 'paused' ? words.paused : words.broken;
    return html`<li class="file uploading ${state}">
      <div class="file-line">
        ${icons.document}<span class="file-name">${file.name}</span>
        <span class="file-state">${state === 'broken' ? icons.warning : nothing}${says}</span>
        ${state === 'sending' ? act(words.pause, () => uploads.pause(key)) : act(state === 'paused' ? words.resume : words.retry, () => uploads.resume(key))}
        ${act(words.cancel, () => uploads.cancel(key))}
      </div>
      <progress max=${file.size} value=${sent} aria-label=${words.progress({ name: file.name })}></progress>
    </li>`;
  }

  private chosen(event: Event, kind: string | undefined): void {
    const input = event.target as HTMLInputElement;
    this.add(Array.from(input.files ?? []), kind);
    // The same file can be chosen again after it was taken away.
    input.value = '';
  }

  private dragged(event: DragEvent, over: string | undefined): void {
    if (this.isFixed || !Array.from(event.dataTransfer?.types ?? []).includes('Files')) return;
    event.preventDefault();
    if (this.over === over) return;
    this.over = over;
    this.redraw();
  }

  private dropped(event: DragEvent, kind: string | undefined): void {
    if (this.isFixed || this.context.hosts.files === undefined) return;
    event.preventDefault();
    this.over = undefined;
    this.add(Array.from(event.dataTransfer?.files ?? []), kind);
  }

  private add(files: readonly File[], kind: string | undefined): void {
    const found: Problem[] = [];
    for (const file of files) {
      const others = [...this.files, ...this.uploads.running.map((upload) => candidate(upload.file, upload.kind))];
      const problems = this.context.inTerms(() => refusals(candidate(file, kind), others, this.rules, this.context.locale));
      if (problems.length === 0) this.uploads.begin(file, kind);
      else found.push(...problems);
    }
    this.refuse(found);
  }

  private refuse(problems: readonly Problem[]): void {
    this.refused = problems;
    this.redraw();
  }

  private async describe(file: File, kind: string | undefined, { id, hash, scan = 'pending', uploadedAt }: StoredFile): Promise<Attachment> {
    const known = hash ?? sha256Hex(new Uint8Array(await file.arrayBuffer()));
    return { ...candidate(file, kind), id, hash: known, scan: scan === 'infected' ? 'quarantined' : scan, uploadedAt: uploadedAt ?? clockOf(this.context.hosts) };
  }

  /** The host has the whole file: what is known of it becomes the answer. */
  private take(attachment: Attachment): void {
    // The item that it belonged to was removed meanwhile.
    if (this.context.labelOf(this.pointer) === undefined) return;
    // The answers as they are: this drawing may be of another step's time.
    this.change([...itemsOf<Attachment>(valueAt(this.context.answers, this.pointer)), attachment]);
    this.tellArriving();
    this.say(this.words.added({ name: attachment.name }));
    this.commit();
  }

  private drop(index: number, name: string): void {
    const left = withoutItem(this.files, index);
    this.remove(left.length === 0 ? undefined : left, this.words.removed({ name }), left.length === 0 ? '.file-input' : `[data-cell="/${Math.min(index, left.length - 1)}"] button`);
  }

  /** Asks what became of files that are still being checked. */
  private askLater(): void {
    const { files: store } = this.context.hosts;
    const isWaiting = this.files.some(({ scan }) => scan === 'pending');
    if (!isWaiting) this.wait = FIRST_WAIT_MS;
    if (!isWaiting || this.isFixed || store?.state === undefined || this.asking !== undefined) return;
    this.asking = setTimeout(() => {
      this.asking = undefined;
      // A form that is out of the page asks nobody.
      if (this.element.isConnected) void this.ask();
    }, this.wait);
    this.wait = Math.min(LONGEST_WAIT_MS, this.wait * 1.5);
  }

  private async ask(): Promise<void> {
    const { files: store } = this.context.hosts;
    for (const { id } of this.files.filter(({ scan }) => scan === 'pending')) {
      const found = await store?.state?.(id).catch(() => undefined);
      const index = this.files.findIndex((file) => file.id === id);
      const file = this.files[index];
      if (!file || found?.scan === undefined || found.scan === 'pending') continue;
      const scan = found.scan === 'infected' ? 'quarantined' : found.scan;
      this.change(withItem(this.files, index, { ...file, scan }));
      this.say(`${file.name}${this.context.words.colon}${this.words.scan[scan]}`);
      this.commit();
    }
    this.askLater();
  }
}

export const attachments = liveWidget({ labelled: 'group', ownProblems: true, showsFixed: true, styles: attachmentsStyles, create: (element, context) => new AttachmentsPart(element, context) });
