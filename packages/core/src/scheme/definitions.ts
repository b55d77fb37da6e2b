import { escapeToken, pointerTokens, toPointer } from '../problems/json-pointer.js';
import type { Member, ObjectNode, SourceNode } from './source-node.js';
import { arrayNode, memberOf, objectNode, textMember, toNode, toValue } from './source-node.js';

/** What the address of a shared definition is: its name and its version, `organisation/v2`. */
const ADDRESS = /^([A-Za-z][A-Za-z0-9-]*)\/v([1-9]\d*)$/;

export interface DefinitionAddress {
  readonly name: string;
  readonly version: number;
}

/** The name and version that an address says; `undefined` for what is none. */
export function definitionAddress(text: unknown): DefinitionAddress | undefined {
  const [, name, version] = typeof text === 'string' ? (ADDRESS.exec(text) ?? []) : [];
  return name === undefined ? undefined : { name, version: Number(version) };
}

/** The name that a version of a definition has among the `$defs` of a form: `organisation-v2`. */
export const definitionKey = ({ name, version }: DefinitionAddress): string => `${name}-v${version}`;

interface Definition { readonly key: string; readonly schema: ObjectNode; readonly fields: SourceNode | undefined }

/**
 * Gives each form its own copy of the shared definitions that it is drawn from, `{ "$ref": "organisation/v1" }`, with their settings: a form is whole by itself from here on, wherever it is
 * checked, published, shown or filled in. A version that nobody has stays as it is written; the checks tell of it.
 */
export function withDefinitions(root: SourceNode): SourceNode {
  const [known, forms] = [definitionsIn(root), memberOf(root, 'forms')];
  if (known.size === 0 || root.kind !== 'object' || forms?.kind !== 'array') return root;
  return withMember(root, 'forms', arrayNode(forms.place, forms.items.map((form) => withOwnCopies(form, known))));
}

/** Forms with their copies, as long as neither they nor the definitions change: a value is never changed in place. */
const drawn = new WeakMap<object, { readonly definitions: unknown; readonly form: unknown }>();

/**
 * The same of a scheme that is plain JSON, such as `draft.document`, where references to shared definitions still stand as they are written. A form that is drawn from none is the very same value.
 *
 * @example withOwnDefinitions(draft.document).forms[0] // a form that can be filled in
 */
export function withOwnDefinitions<Scheme>(scheme: Scheme): Scheme {
  const { definitions, forms } = (scheme ?? {}) as { readonly definitions?: unknown; readonly forms?: unknown };
  if (!Array.isArray(definitions) || definitions.length === 0 || !Array.isArray(forms)) return scheme;
  const whole = (form: unknown): unknown => {
    if (form === null || typeof form !== 'object') return form;
    const known = drawn.get(form);
    if (known?.definitions === definitions) return known.form;
    const node = toNode(form);
    const own = withOwnCopies(node, definitionsIn(toNode({ definitions })));
    const result = own === node ? form : toValue(own);
    drawn.set(form, { definitions, form: result });
    return result;
  };
  return { ...scheme, forms: (forms as readonly unknown[]).map(whole) };
}

function definitionsIn(root: SourceNode): ReadonlyMap<string, Definition> {
  const listed = memberOf(root, 'definitions');
  const found = new Map<string, Definition>();
  for (const item of listed?.kind === 'array' ? listed.items : []) {
    const schema = memberOf(item, 'schema');
    const id = textMember(schema, '$id');
    const address = definitionAddress(id);
    if (schema?.kind === 'object' && id !== undefined && address !== undefined && !found.has(id)) found.set(id, { key: definitionKey(address), schema, fields: memberOf(item, 'fields') });
  }
  return found;
}

function withOwnCopies(form: SourceNode, known: ReadonlyMap<string, Definition>): SourceNode {
  const schema = memberOf(form, 'schema');
  if (form.kind !== 'object' || schema?.kind !== 'object') return form;
  const used = new Map<string, Definition>();
  const drawn = redirected(schema, known, used);
  if (used.size === 0 || drawn.kind !== 'object') return form;
  const copies = new Map<string, SourceNode>();
  // A definition may be drawn from another one, which is found on the way.
  for (const { key, schema: shared } of used.values()) copies.set(key, redirected(withoutMember(shared, '$id'), known, used));
  const own = memberOf(drawn, '$defs');
  const definitions = withMembers(own?.kind === 'object' ? own : objectNode(drawn.place, new Map()), copies);
  const settings = new Map([...used.values()].flatMap(({ key, fields }) => (fields?.kind === 'object' ? [...fields.members].map(([pointer, { value }]): readonly [string, SourceNode] => [`#${toPointer('$defs', key)}${wayInSchema(pointer)}`, value]) : [])));
  const fields = memberOf(form, 'fields');
  const held = fields?.kind === 'object' ? fields : objectNode(form.place, new Map());
  return withMember(withMember(form, 'schema', withMember(drawn, '$defs', definitions)), 'fields', withMembers(held, settings));
}

/** The same with each reference to a shared definition leading to the form's own copy; `used` collects them. */
function redirected(node: SourceNode, known: ReadonlyMap<string, Definition>, used: Map<string, Definition>): SourceNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'array') return arrayNode(node.place, node.items.map((item) => redirected(item, known, used)));
  const members = new Map<string, Member>();
  for (const [name, { keyPlace, value }] of node.members) {
    const address = name === '$ref' && value.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
    const meant = address === undefined ? undefined : known.get(address);
    if (meant !== undefined && address !== undefined) used.set(address, meant);
    members.set(name, { keyPlace, value: meant === undefined ? redirected(value, known, used) : { kind: 'scalar', place: value.place, value: `#${toPointer('$defs', meant.key)}` } });
  }
  return objectNode(node.place, members);
}

/** `/lines/*` as its place in a schema; the settings of the definition itself have the empty pointer. */
const wayInSchema = (pointer: string): string => pointerTokens(pointer).map((token) => (token === '*' ? '/items' : `/properties/${escapeToken(token)}`)).join('');

const withMember = (node: ObjectNode, name: string, value: SourceNode): ObjectNode => withMembers(node, new Map([[name, value]]));

/** What the node says itself stays where it stands. */
function withMembers(node: ObjectNode, values: ReadonlyMap<string, SourceNode>): ObjectNode {
  const members = new Map(node.members);
  for (const [name, value] of values) members.set(name, { keyPlace: members.get(name)?.keyPlace ?? value.place, value });
  return objectNode(node.place, members);
}

function withoutMember(node: ObjectNode, name: string): ObjectNode {
  return objectNode(node.place, new Map([...node.members].filter(([key]) => key !== name)));
}
