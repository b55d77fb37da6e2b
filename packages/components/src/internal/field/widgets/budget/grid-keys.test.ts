import { describe, expect, it } from 'vitest';
import type { GridPlace } from './grid-keys.js';
import { stepFrom } from './grid-keys.js';

const place: GridPlace = { row: 1, stop: 'b', rows: 3, stops: ['a', 'b', 'sum', 'x'], typed: ['a', 'b'], editing: false, inList: false };
const key = (name: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}): Parameters<typeof stepFrom>[0] => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe('stepFrom', () => {
  it.each([
    ['ArrowRight', {}, {}, { kind: 'move', row: 1, stop: 'sum' }],
    ['ArrowRight', {}, { stop: 'x' }, { kind: 'move', row: 1, stop: 'x' }],
    ['ArrowRight', {}, { mirrored: true }, { kind: 'move', row: 1, stop: 'a' }],
    ['ArrowLeft', {}, { mirrored: true }, { kind: 'move', row: 1, stop: 'sum' }],
    ['ArrowLeft', {}, {}, { kind: 'move', row: 1, stop: 'a' }],
    ['ArrowUp', {}, { row: 0 }, { kind: 'move', row: 0, stop: 'b' }],
    ['Home', { ctrlKey: true }, {}, { kind: 'move', row: 0, stop: 'a' }],
    ['End', { metaKey: true }, {}, { kind: 'move', row: 2, stop: 'x' }],
    ['PageDown', {}, {}, { kind: 'move', row: 2, stop: 'b' }],
    ['z', { ctrlKey: true }, {}, { kind: 'undo' }],
    ['c', { ctrlKey: true }, {}, undefined],
    ['Enter', {}, {}, { kind: 'edit' }],
    ['Enter', {}, { stop: 'sum' }, undefined],
    ['Enter', {}, { stop: 'x' }, undefined],
    ['9', {}, {}, { kind: 'edit', text: '9' }],
    ['𠮷', {}, {}, { kind: 'edit', text: '𠮷' }],
    [' ', {}, {}, undefined],
    ['Tab', {}, {}, undefined],
    ['Shift', { shiftKey: true }, {}, undefined],
    ['Delete', {}, {}, { kind: 'clear' }],
    ['ArrowLeft', { altKey: true }, {}, undefined],
  ])('between cells %s %j at %j is %j', (name, held, at, step) => {
    expect(stepFrom(key(name, held), { ...place, ...at })).toEqual(step);
  });

  it.each([
    ['Enter', {}, {}, { kind: 'move', row: 2, stop: 'b', edit: true }],
    ['Enter', {}, { row: 2 }, { kind: 'move', row: 2, stop: 'b' }],
    ['Enter', { shiftKey: true }, {}, { kind: 'move', row: 0, stop: 'b', edit: true }],
    ['Tab', {}, {}, { kind: 'move', row: 2, stop: 'a', edit: true }],
    ['Tab', {}, { row: 2 }, { kind: 'leave' }],
    ['Tab', { shiftKey: true }, {}, { kind: 'move', row: 1, stop: 'a', edit: true }],
    ['Tab', { shiftKey: true }, { row: 0, stop: 'a' }, { kind: 'leave' }],
    ['ArrowDown', {}, {}, { kind: 'move', row: 2, stop: 'b', edit: true }],
    ['ArrowDown', {}, { inList: true }, undefined],
    ['ArrowLeft', {}, {}, undefined],
    ['Escape', {}, {}, { kind: 'cancel' }],
    ['z', { ctrlKey: true }, {}, undefined],
  ])('while a cell is filled in %s %j at %j is %j', (name, held, at, step) => {
    expect(stepFrom(key(name, held), { ...place, editing: true, ...at })).toEqual(step);
  });
});
