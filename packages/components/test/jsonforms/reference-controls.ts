import type { JsonFormsState, JsonSchema, UISchemaElement } from '@jsonforms/core';
import * as core from '@jsonforms/core';
import type { Edit } from './reference.js';
import { coreOf, dataAt, fittingBranch } from './reference.js';
import { anotherValue, branchesOf, isInput, itemsOf, listOf, resolve } from './reference-values.js';

/** One control that JSON Forms shows, in the order of its layout. */
export interface ReferenceControl {
  /** A `group` around others, a `list`, `alternatives` of which one is filled in, or the `input` for one answer. */
  readonly kind: 'group' | 'list' | 'alternatives' | 'input';
  /** Names and indexes from the root of the data. */
  readonly path: readonly string[];
  /** Empty where the layout shows none. */
  readonly label: string;
  readonly enabled: boolean;
  readonly schema: JsonSchema;
  readonly uischema: UISchemaElement;
  /** Which alternatives it stands in, outermost first. */
  readonly branches: readonly Branch[];
}

export interface Branch { readonly path: readonly string[]; readonly index: number }

type Element = UISchemaElement & { readonly elements?: readonly Element[]; readonly scope?: string };

interface Place { readonly schema: JsonSchema; readonly path: string; readonly enabled?: boolean; readonly branches: readonly Branch[]; readonly seen: readonly string[] }

export function visibleControls(state: JsonFormsState): readonly ReferenceControl[] {
  const { schema, uischema } = coreOf(state);
  return new Walk(state).element(uischema, { schema, path: '', branches: [], seen: [] });
}

/** What adds an item to a list and fills in its first input. */
export function newItem(state: JsonFormsState, list: ReferenceControl): readonly Edit[] {
  const { schema: root } = coreOf(state);
  const items = itemsOf(list.schema, root);
  const before = listOf(dataAt(state, list.path));
  const path = [...list.path, String(before.length)];
  const added: Edit = { path: list.path, value: [...before, core.createDefaultValue(items, root) as unknown] };
  if (isInput(items)) return [added, { path, value: anotherValue(items, undefined) }];
  const input = new Walk(state).item(list, path, items).find((control) => control.kind === 'input' && control.enabled && control.branches.length === list.branches.length);
  return input === undefined ? [added] : [added, { path: input.path, value: anotherValue(input.schema, undefined) }];
}

/** JSON Forms copies schemas on the way: they are the same where they say the same. */
const identityOf = (schema: JsonSchema): string => JSON.stringify(schema.properties ?? schema);

/** Goes through a UI schema as the renderers of JSON Forms do. */
class Walk {
  private readonly rootSchema: JsonSchema;

  constructor(private readonly state: JsonFormsState) {
    this.rootSchema = coreOf(state).schema;
  }

  /** @param element - `null` where JSON Forms finds nothing that a schema asks for. */
  element(element: Element | null, place: Place): readonly ReferenceControl[] {
    if (element === null) return [];
    if (element.type === 'Control' || element.type === 'ListWithDetail') return this.control(element, place);
    if (element.elements === undefined) return [];
    const { visible, enabled } = core.mapStateToLayoutProps(this.state, { ...place, uischema: element });
    return visible === false ? [] : element.elements.flatMap((child) => this.element(child, { ...place, ...(enabled === undefined ? {} : { enabled }) }));
  }

  private control(element: Element, place: Place): readonly ReferenceControl[] {
    const props = core.mapStateToControlProps(this.state, { ...place, uischema: element as never });
    if (!props.visible) return [];
    const schema = resolve(props.schema, this.rootSchema);
    const path = props.path === '' ? [] : props.path.split('.');
    const control = { path, label: props.label, enabled: props.enabled, schema, uischema: element, branches: place.branches };
    const inside: Place = { ...place, schema, path: props.path, enabled: props.enabled, seen: [...place.seen, identityOf(schema)] };
    const branches = branchesOf(schema);
    // What comes back to itself has no end: there the control alone counts.
    if (place.seen.includes(identityOf(schema)) && (branches.length > 0 || !isInput(schema))) return [{ ...control, kind: branches.length > 0 ? 'alternatives' : core.hasType(schema, 'array') ? 'list' : 'group' }];
    if (branches.length > 0) return this.alternatives(control, branches, inside);
    if (isInput(schema)) return [{ ...control, kind: 'input' }];
    if (core.hasType(schema, 'array')) return [{ ...control, kind: 'list' }, ...this.firstItem({ ...control, kind: 'list' }, inside)];
    return [...this.groupAround(control, place), ...this.parts(schema, this.detailOf(element, schema, props.path), inside)];
  }

  private detailOf(element: Element, schema: JsonSchema, path: string): Element {
    const generated = (): UISchemaElement => core.Generate.uiSchema(schema, 'Group', undefined, this.rootSchema);
    return core.findUISchema(this.state.jsonforms.uischemas ?? [], schema, element.scope ?? '#', path, generated, element as never, this.rootSchema);
  }

  /** The control's label stands above an object, unless its own layout says what does; the root of a layout has none. */
  private groupAround(control: Omit<ReferenceControl, 'kind'>, place: Place): readonly ReferenceControl[] {
    const options = control.uischema.options as { readonly detail?: unknown } | undefined;
    return options?.detail !== undefined || control.path.join('.') === place.path ? [] : [{ ...control, kind: 'group' }];
  }

  /** An object with `allOf` shows what each part describes. */
  private parts(schema: JsonSchema, detail: Element, inside: Place): readonly ReferenceControl[] {
    if (schema.allOf === undefined) return this.element(detail, inside);
    return schema.allOf.flatMap((part) => {
      const behind = resolve(part, this.rootSchema);
      return this.element(core.Generate.uiSchema(behind, 'VerticalLayout', undefined, this.rootSchema), { ...inside, schema: behind });
    });
  }

  private alternatives(control: Omit<ReferenceControl, 'kind'>, branches: readonly JsonSchema[], inside: Place): readonly ReferenceControl[] {
    const all = branches.map((branch) => resolve(branch, this.rootSchema));
    const index = fittingBranch(this.state, control.path, all);
    const schema = all[index] ?? {};
    const place: Place = { ...inside, schema, branches: [...control.branches, { path: control.path, index }] };
    const inner = this.element(core.Generate.uiSchema(schema, 'VerticalLayout', undefined, this.rootSchema), place);
    // What fills in the value itself goes by the label above the alternatives.
    return [{ ...control, kind: 'alternatives' }, ...inner.map((each) => (each.path.length === control.path.length ? { ...each, label: control.label } : each))];
  }

  private firstItem(list: ReferenceControl, { seen }: Place): readonly ReferenceControl[] {
    const items = itemsOf(list.schema, this.rootSchema);
    return listOf(dataAt(this.state, list.path)).length === 0 || isInput(items) ? [] : this.item(list, [...list.path, '0'], items, seen);
  }

  item(list: ReferenceControl, path: readonly string[], items: JsonSchema, seen: readonly string[] = []): readonly ReferenceControl[] {
    const { scope = '#' } = list.uischema as Element;
    const detail = core.findUISchema(this.state.jsonforms.uischemas ?? [], items, scope, list.path.join('.'), 'VerticalLayout', list.uischema as never, this.rootSchema);
    return this.parts(items, detail, { schema: items, path: path.join('.'), enabled: list.enabled, branches: list.branches, seen: [...seen, identityOf(items)] });
  }
}
