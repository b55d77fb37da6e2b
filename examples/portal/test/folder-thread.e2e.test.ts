import { chinaCalendar } from '@cobuild/core';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWork } from '../src/server/check-folder.js';
import { FolderThread } from '../src/server/folder-thread.js';
import { examples } from './portal-harness.js';

describe('the thread that checks', () => {
  it('finds what is found at once, and says when it failed', async () => {
    const thread = new FolderThread(new URL('../dist/server/folder-worker.js', import.meta.url));
    const [there, here] = await Promise.all([thread.check(join(examples, 'gaoming-demo'), 'en'), folderWork(chinaCalendar).check(join(examples, 'gaoming-demo'), 'en')]);
    expect(there).toEqual(here);
    expect((await thread.publish(join(examples, 'gaoming-demo'), 'zh-CN')).published?.id).toBe('gaoming-demo');
    const asked = thread.check(join(examples, 'sanshui-xinan'), 'zh-CN');
    await thread.close();
    await expect(asked).rejects.toThrow('The thread that checks schemes ended');
    // The next folder starts it anew.
    expect((await thread.check(join(examples, 'sanshui-xinan'), 'zh-CN')).checked.scheme?.id).toBe('sanshui-xinan');
    await thread.close();
  }, 60_000);
});
