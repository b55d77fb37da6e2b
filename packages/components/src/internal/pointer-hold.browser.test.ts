import type { ReactiveControllerHost } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { PointerHold } from './pointer-hold.js';

const host: ReactiveControllerHost = { addController: () => undefined, removeController: () => undefined, requestUpdate: () => undefined, updateComplete: Promise.resolve(true) };
const pointer = (type: string, pointerType: string): boolean => dispatchEvent(new PointerEvent(type, { pointerType }));

describe('PointerHold', () => {
  it('runs a task at once while no pointer is down', () => {
    const task = vi.fn();

    new PointerHold(host).run(task);

    expect(task).toHaveBeenCalledOnce();
  });

  it.each(['mouse', 'touch'])('holds a task back until the click of a %s is over', async (kind) => {
    const hold = new PointerHold(host);
    const task = vi.fn();
    hold.hostConnected();

    pointer('pointerdown', kind);
    hold.run(task);
    pointer('pointerup', kind);
    const early = task.mock.calls.length;

    await vi.waitFor(() => expect(task).toHaveBeenCalledOnce());
    expect(early).toBe(0);
    hold.hostDisconnected();
  });
});
